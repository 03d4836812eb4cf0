import { print } from '../../commands/commandOutput';
import type { OutsidePerson } from '../../commands/outsideChat';
import { startBenchWorld, type BenchWorld } from './benchWorld';
import type { Turned } from './loadedTeams';
import { echoEntry, type MeasuredBot } from './measuredBot';
import {
  cpuPerTurn,
  figuresOf,
  figuresText,
  measuredRound,
  triageAll,
  turnsPerSecond,
  type Round,
} from './measuredRound';
import { median, quantile, rounded } from './quantiles';
import { runBench } from './runBench';
import { runTogether } from './runTogether';

interface Pair {
  readonly monban: Round;
  readonly echo: Round;
}

interface Wish {
  /** Until code is compiled and connections are open both bots are slow: these first rounds are nobody's. */
  readonly warmUp: number;
  readonly rounds: number;
  readonly conversations: number;
  readonly atOnce: number;
  readonly profile: string | undefined;
}

/**
 * Whole triages (the opening, with the evidence read, and every answer up to the diagnosis) against a bare echo bot, in
 * rounds of one and the other, so that what else the machine does hits both.
 */
async function bench({ atOnce, conversations, profile, rounds, warmUp }: Wish): Promise<void> {
  const world = await startBenchWorld({ people: (rounds + warmUp) * conversations });
  try {
    const bots = {
      monban: await world.startBot({
        settings: { MONBAN_INCIDENT_CASES: '1000' },
        nodeOptions: profile === undefined ? [] : ['--cpu-prof', '--cpu-prof-dir', profile],
      }),
      echo: await world.startBot({ entry: echoEntry }),
    };
    const seen: Pair[] = [];
    for (let round = 0; round < warmUp + rounds; round++) {
      const people = world.people.slice(round * conversations, (round + 1) * conversations);
      seen.push(await pair(world, bots, people, atOnce));
    }
    report(seen.slice(warmUp), atOnce);
  } finally {
    await world.close();
  }
}

async function pair(
  { teams }: BenchWorld,
  bots: Readonly<Record<'monban' | 'echo', MeasuredBot>>,
  people: readonly OutsidePerson[],
  atOnce: number,
): Promise<Pair> {
  const monban = await measuredRound(teams, bots.monban, (chat) => triageAll(chat, people, atOnce));
  const each = Math.ceil(monban.turns.length / people.length);
  const echo = await measuredRound(teams, bots.echo, async (chat) => {
    for (let turn = 0; turn < each; turn++)
      await runTogether(people, atOnce, async (person) => {
        await chat.say(person, 'サインインできません。');
      });
  });
  return { monban, echo };
}

function report(seen: readonly Pair[], atOnce: number): void {
  const [monban, echo] = [seen.map((one) => one.monban), seen.map((one) => one.echo)];
  const times = (kind: Turned['kind']) =>
    monban.flatMap(({ turns }) => turns.filter((turn) => turn.kind === kind).map(({ ms }) => ms));
  const ratios = (of: (one: Pair) => number) => rounded(median(seen.map(of)));
  print(`${String(atOnce)} people at once; medians of ${String(seen.length)} rounds of each in turns.`);
  print(figuresText('bare echo bot', echo));
  print(figuresText('Monban', monban));
  for (const kind of ['message', 'press'] as const) {
    const ms = times(kind);
    print(`  ${kind}: p50 ${median(ms).toFixed(1)} ms, p99 ${quantile(ms, 0.99).toFixed(1)} ms`);
  }
  print(
    JSON.stringify({
      cpuMicros: rounded(figuresOf(monban).cpuMicros, 0),
      echoCpuMicros: rounded(figuresOf(echo).cpuMicros, 0),
      throughputByCpu: ratios((one) => cpuPerTurn(one.echo) / cpuPerTurn(one.monban)),
      throughput: ratios((one) => turnsPerSecond(one.monban) / turnsPerSecond(one.echo)),
      p99: rounded(figuresOf(monban).p99 / figuresOf(echo).p99),
    }),
  );
}

runBench(
  'turn',
  {
    'warm-up': { long: 24, short: 2 },
    rounds: { long: 12, short: 1 },
    /** In each round of Monban's; the bare bot's gets as many turns. */
    conversations: { long: 40, short: 6 },
    'at-once': { long: 10, short: 4 },
  },
  ({ 'at-once': atOnce, 'warm-up': warmUp, conversations, rounds }, { profile }) =>
    bench({ atOnce, conversations, profile, rounds, warmUp }),
);
