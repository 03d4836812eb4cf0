import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { print } from '../../commands/commandOutput';
import { startBenchWorld, type BenchWorld } from './benchWorld';
import { echoEntry } from './measuredBot';
import { median, rounded } from './quantiles';
import { runBench } from './runBench';

/** What Monban's own process loads that is large. */
const packages = [
  'botbuilder',
  'botbuilder-dialogs',
  '@microsoft/teams-ai/lib/Application',
  'adaptivecards-templating',
  '@azure/identity',
  '@microsoft/microsoft-graph-client',
  'restify',
  'kysely',
  'pg',
  'zod/v4',
  'yaml',
  'pino',
  'jose',
];

interface Started {
  readonly ms: number;
  readonly cpuMicros: number;
}

/** From nothing to the first answer, each bot in turns, each time in a new process on an empty database. */
async function bench(times: number): Promise<void> {
  const world = await startBenchWorld({ people: 2 * times + 2 });
  const seen: Record<'echo' | 'monban', Started[]> = { echo: [], monban: [] };
  try {
    for (let n = 0; n < times; n++) {
      seen.echo.push(await firstAnswer(world, 2 * n, echoEntry));
      seen.monban.push(await firstAnswer(world, 2 * n + 1));
    }
  } finally {
    await world.close();
  }
  await report(seen);
}

async function firstAnswer(world: BenchWorld, n: number, entry?: string): Promise<Started> {
  const person = world.people[n];
  if (person === undefined) throw new Error('there are no more people');
  const began = performance.now();
  const bot = await world.startBot(entry === undefined ? {} : { entry });
  await world.teams.chatWith(bot.url, () => undefined).say(person, 'サインインできません。');
  const ms = performance.now() - began;
  const { cpuMicros } = await bot.usage();
  await bot.stop();
  return { ms, cpuMicros };
}

async function report(seen: Readonly<Record<'echo' | 'monban', readonly Started[]>>): Promise<void> {
  const middle = (which: 'echo' | 'monban') => ({
    ms: median(seen[which].map(({ ms }) => ms)),
    cpu: median(seen[which].map(({ cpuMicros }) => cpuMicros)) / 1000,
  });
  const [echo, monban] = [middle('echo'), middle('monban')];
  const line = (name: string, { cpu, ms }: typeof echo) =>
    `${name}: first answer after ${ms.toFixed(0)} ms, ${cpu.toFixed(0)} ms of CPU`;
  print(line('bare echo bot', echo));
  print(line('Monban', monban));
  print('what a package costs to load, by itself:');
  for (const one of await timeImports())
    print(`  ${one.name}: ${one.ms.toFixed(0)} ms, ${one.mb.toFixed(0)} MB`);
  print(
    JSON.stringify({
      firstAnswerMs: rounded(monban.ms, 0),
      echoFirstAnswerMs: rounded(echo.ms, 0),
      firstAnswer: rounded(monban.ms / echo.ms),
      cpu: rounded(monban.cpu / echo.cpu),
    }),
  );
}

/** Each in a process of its own: CPU and memory beyond those of an empty one. The dearest first. */
async function timeImports(): Promise<readonly { name: string; ms: number; mb: number }[]> {
  const timed = [];
  const empty = await timeImport('node:path');
  for (const name of packages) {
    const { ms, mb } = await timeImport(name);
    timed.push({ name, ms: ms - empty.ms, mb: mb - empty.mb });
  }
  return timed.toSorted((one, other) => other.ms - one.ms);
}

async function timeImport(name: string): Promise<{ readonly ms: number; readonly mb: number }> {
  const script = `require(${JSON.stringify(name)});
    const { user, system } = process.cpuUsage();
    console.log((user + system) / 1000, process.memoryUsage().rss / 1e6);`;
  const cwd = path.resolve(__dirname, '..', '..', '..');
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', script], { cwd });
  const [ms = Number.NaN, mb = Number.NaN] = stdout.split(' ').map(Number);
  return { ms, mb };
}

runBench('start', { times: { long: 9, short: 1 } }, ({ times }) => bench(times));
