import { setTimeout as sleep } from 'node:timers/promises';
import { print } from '../../commands/commandOutput';
import type { OutsidePerson } from '../../commands/outsideChat';
import { z } from 'zod/v4';
import { cardActionsOf } from '../../commands/cardActionsOf';
import { openStore } from '../../storage/openStore';
import { openBenchDatabase, type BenchDatabase } from './benchDatabase';
import { startBenchWorld, type BenchWorld } from './benchWorld';
import { conversationOf, type Turned } from './loadedTeams';
import { triage } from './measuredRound';
import type { MeasuredBot } from './measuredBot';
import { quantile, rounded } from './quantiles';
import { runBench } from './runBench';
import { runTogether } from './runTogether';
import { createSlots } from './slots';

const instances = 2;
/** So many people are in the middle of theirs at a time, */
const talking = 128;
/** and so many of their turns are under way: enough to keep both instances busy. */
const turnsAtOnce = 12;
/** Nobody presses a button in the moment in which its card appears; real people take some seconds. */
const thinkMs = 500;
/** Fifty thousand people take most of an hour: whoever waits is told how far it is. */
const tellEveryMs = 15_000;

const diagnosis = z.looseObject({ causes: z.array(z.string()), route: z.string() });
const count = z.coerce.number();
const storedCases = z.tuple([z.object({ cases: count, people: count, unfinished: count })]);
const storedDiagnoses = z.tuple([z.object({ times: count, cases: count })]);

/** What was sent to people, counted where it arrived. */
interface Arrived {
  /** By conversation: how many diagnosis cards. */
  readonly diagnoses: Map<string, number>;
  messages: number;
}

interface Storm {
  readonly world: BenchWorld;
  readonly database: BenchDatabase;
  readonly people: number;
  readonly turns: readonly Turned[];
  readonly failures: readonly string[];
  readonly seconds: number;
  readonly cpuMicros: number;
  readonly arrived: Arrived;
}

/**
 * Everybody writes as fast as the bots take it, each turn to whichever of two instances is next, over one database: on
 * PostgreSQL where a server is named. Then it is counted what is stored and what has arrived.
 */
async function bench(people: number, profile: string | undefined): Promise<void> {
  const server = process.env['MONBAN_TEST_DATABASE_URL'];
  const world = await startBenchWorld({ people });
  const database = await openBenchDatabase(world.newFolder(), server);
  try {
    const bots: MeasuredBot[] = [];
    const nodeOptions = profile === undefined ? [] : ['--cpu-prof', '--cpu-prof-dir', profile];
    for (let n = 0; n < instances; n++)
      bots.push(await world.startBot({ settings: database.settings, nodeOptions }));
    const arrived = countArrivals(world);
    const turns: Turned[] = [];
    const before = await cpuOf(bots);
    const began = performance.now();
    const chat = chatOverAll(world, bots, turns);
    const failures: string[] = [];
    let done = 0;
    const telling = tellProgress(() => ({ done, people, turns, failures }));
    await runTogether(world.people.slice(0, people), talking, async (person, n) => {
      await triage(chat, person, n).catch((thrown: unknown) => failures.push(String(thrown)));
      done += 1;
    });
    clearInterval(telling);
    const seconds = (performance.now() - began) / 1000;
    const cpuMicros = (await cpuOf(bots)) - before;
    for (const bot of bots) await bot.stop();
    await report({ world, database, people, turns, failures, seconds, cpuMicros, arrived });
  } finally {
    await world.close();
    await database.close();
  }
}

/** Of all instances together. */
async function cpuOf(bots: readonly MeasuredBot[]): Promise<number> {
  const used = await Promise.all(bots.map((bot) => bot.usage()));
  return used.reduce((sum, { cpuMicros }) => sum + cpuMicros, 0);
}

/** One chat whose turns go to the instances in turns, as behind a load balancer. */
function chatOverAll({ teams }: BenchWorld, bots: readonly MeasuredBot[], turns: Turned[]) {
  const chats = bots.map(({ url }) => teams.chatWith(url, (turn) => turns.push(turn)));
  const inSlot = createSlots(turnsAtOnce);
  let sent = 0;
  const next = () => {
    const chat = chats[sent++ % chats.length];
    if (chat === undefined) throw new Error('there are no instances');
    return chat;
  };
  return {
    say: (person: OutsidePerson, text: string) => inSlot(() => next().say(person, text)),
    press: async (person: OutsidePerson, verb: string, data: unknown) => {
      await sleep(thinkMs);
      return inSlot(() => next().press(person, verb, data));
    },
  };
}

/** Now and then, on stderr, so that the last line of what is printed stays the figures. */
function tellProgress(
  far: () => {
    readonly done: number;
    readonly people: number;
    readonly turns: readonly Turned[];
    readonly failures: readonly string[];
  },
): NodeJS.Timeout {
  let told = 0;
  return setInterval(() => {
    const { done, failures, people, turns } = far();
    const ms = turns.slice(told).map((turn) => turn.ms);
    told = turns.length;
    process.stderr.write(
      `${String(done)} of ${String(people)} people, ${String(told)} turns; lately ` +
        `${((ms.length * 1000) / tellEveryMs).toFixed(0)} a second, p99 ${quantile(ms, 0.99).toFixed(0)} ms; ` +
        `${String(failures.length)} failed\n`,
    );
  }, tellEveryMs);
}

function countArrivals({ teams }: BenchWorld): Arrived {
  const arrived: Arrived = { diagnoses: new Map(), messages: 0 };
  teams.onSent((conversationId, cards) => {
    arrived.messages += 1;
    const tells = cards
      .flatMap(cardActionsOf)
      .some(({ data }) => 'causes' in data && diagnosis.safeParse(data).success);
    if (!tells) return;
    arrived.diagnoses.set(conversationId, (arrived.diagnoses.get(conversationId) ?? 0) + 1);
  });
  return arrived;
}

async function report(seen: Storm): Promise<void> {
  const { cpuMicros, database, failures, people, seconds, turns, world } = seen;
  const lost = { ...(await countLost(seen)), failedTurns: failures.length };
  const chain = await verified(database, world.tenantId);
  const ms = turns.map((turn) => turn.ms);
  print(
    `${String(people)} people, ${String(turns.length)} turns in ${seconds.toFixed(0)} s over two instances.`,
  );
  for (const failure of failures.slice(0, 3)) print(`failed: ${failure}`);
  print(`lost or doubled: ${JSON.stringify(lost)}; the audit chain ${chain ? 'verifies' : 'is BROKEN'}`);
  print(
    JSON.stringify({
      engine: 'url' in database.address ? 'postgresql' : 'sqlite',
      people,
      turns: turns.length,
      turnsPerSecond: rounded(turns.length / seconds, 0),
      p50Ms: rounded(quantile(ms, 0.5), 1),
      p99Ms: rounded(quantile(ms, 0.99), 1),
      cpuMicrosPerTurn: rounded(cpuMicros / turns.length, 0),
      ...lost,
      chain,
    }),
  );
  if (!chain || Object.values(lost).some((count) => count !== 0)) process.exitCode = 1;
}

/** What the store holds and what has arrived, held against who wrote. All of these have to be nought. */
async function countLost({ arrived, database, people, world }: Storm) {
  const told = world.people.slice(0, people).map((one) => arrived.diagnoses.get(conversationOf(one)) ?? 0);
  const [stored] = storedCases.parse(
    await database.run(`select count(*) as cases, count(distinct person_id) as people,
      sum(case when state = 'triage' then 1 else 0 end) as unfinished from cases`),
  );
  const [diagnosed] = storedDiagnoses.parse(
    await database.run(`select count(*) as times, count(distinct case_id) as cases
      from audit_trail where event = 'case.diagnosed'`),
  );
  return {
    untold: told.filter((times) => times === 0).length,
    toldTwice: told.filter((times) => times > 1).length,
    casesMissing: people - stored.people,
    casesDoubled: stored.cases - stored.people,
    undiagnosed: stored.unfinished,
    diagnosedTwice: diagnosed.times - diagnosed.cases,
  };
}

async function verified({ address }: BenchDatabase, tenantId: string): Promise<boolean> {
  const opened = await openStore({ database: address, tenantId, clock: Date.now });
  const { ok } = await opened.audit.verify();
  await opened.close();
  return ok;
}

runBench('storm', { people: { long: 50_000, short: 24 } }, ({ people }, { profile }) =>
  bench(people, profile),
);
