import { setTimeout as sleep } from 'node:timers/promises';
import { print } from '../../commands/commandOutput';
import { startBenchWorld } from './benchWorld';
import type { Usage } from './measuredBot';
import { measuredRound, triageAll } from './measuredRound';
import { rounded } from './quantiles';
import { runBench } from './runBench';

const atOnce = 10;

/**
 * What is left on the heap of the bot's process once conversations are over: measured before and after them, each time
 * after a garbage collection, once what is kept for a minute has had its time.
 */
async function bench(people: number, settleSeconds: number): Promise<void> {
  const before = Math.max(10, Math.ceil(people / 10));
  const world = await startBenchWorld({ people: before + people + 2 });
  try {
    const bot = await world.startBot({
      settings: { MONBAN_INCIDENT_CASES: '1000' },
      nodeOptions: ['--expose-gc'],
    });
    const heapAfter = async (from: number, to: number) => {
      await measuredRound(world.teams, bot, (chat) => triageAll(chat, world.people.slice(from, to), atOnce));
      await sleep(settleSeconds * 1000);
      // One more turn: what was kept for a while goes when the next one comes.
      await measuredRound(world.teams, bot, (chat) => triageAll(chat, world.people.slice(to, to + 1), 1));
      return bot.usage();
    };
    const first = await heapAfter(0, before);
    const last = await heapAfter(before + 1, before + 1 + people);
    const growth = (last.heapUsed - first.heapUsed) / people;
    const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
    const text = ({ external, heapTotal, heapUsed, rss }: Usage) =>
      `heap ${megabytes(heapUsed)} (of ${megabytes(heapTotal)} taken), beside it ${megabytes(external)}, ` +
      `RSS ${megabytes(rss)}`;
    print(`after ${String(before)} conversations: ${text(first)}`);
    print(`after ${String(people)} more: ${text(last)}`);
    print(
      JSON.stringify({
        conversations: people,
        bytesPerConversation: rounded(growth, 0),
        heapMegabytes: rounded(last.heapUsed / 1e6, 1),
        rssMegabytes: rounded(last.rss / 1e6, 1),
      }),
    );
  } finally {
    await world.close();
  }
}

runBench(
  'memory',
  { people: { long: 10_000, short: 20 }, settle: { long: 75, short: 1 } },
  ({ people, settle }) => bench(people, settle),
);
