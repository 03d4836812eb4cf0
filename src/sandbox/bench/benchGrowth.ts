import { print } from '../../commands/commandOutput';
import type { OutsidePerson } from '../../commands/outsideChat';
import type { CaseFilter, CaseOrder, PageMark } from '../../ports/caseQueue';
import type { Store } from '../../ports/store';
import { openStore } from '../../storage/openStore';
import { openBenchDatabase, type BenchDatabase } from './benchDatabase';
import { startBenchWorld, type BenchWorld } from './benchWorld';
import { fillDatabase } from './fillDatabase';
import type { MeasuredBot } from './measuredBot';
import { cpuPerTurn, figuresOf, figuresText, measuredRound, triageAll, type Round } from './measuredRound';
import { median, quantile, rounded } from './quantiles';
import { runBench } from './runBench';
import { timeApprovals, type TimedApproval } from './timeApprovals';

const few = 1000;
const pagesOfEach = 20;
const pageSize = 25;
const atOnce = 4;
const warmUp = 2;

/** What staff look through: each filter in each order. */
const filters: readonly CaseFilter[] = [
  {},
  { state: 'withStaff' },
  { state: 'withStaff', ownerId: null },
  { ownerId: 'staff-7' },
];
const orders: readonly CaseOrder[] = ['waitingLongest', 'newest', 'changedLast'];

interface Side {
  readonly database: BenchDatabase;
  readonly bot: MeasuredBot;
  readonly store: Awaited<ReturnType<typeof openStore>>;
  readonly rounds: Round[];
  readonly approvals: TimedApproval[];
}

/** The same on a database with few cases and on one with many, in turns. On PostgreSQL where a server is named. */
async function bench(cases: number, rounds: number, conversations: number): Promise<void> {
  const all = rounds + warmUp;
  const world = await startBenchWorld({ people: 2 * all * conversations });
  const sides: Side[] = [];
  try {
    sides.push(await openSide(world, few));
    const began = performance.now();
    sides.push(await openSide(world, cases));
    const seconds = (performance.now() - began) / 1000;
    print(`${String(cases)} cases and what they leave behind were stored in ${seconds.toFixed(0)} s.`);
    for (let turn = 0; turn < all * sides.length; turn++) {
      const side = sides[turn % sides.length];
      const people = world.people.slice(turn * conversations, (turn + 1) * conversations);
      if (side !== undefined) await measure(world, side, people, turn >= warmUp * sides.length);
    }
    await report(sides, cases);
  } finally {
    for (const { bot, database, store } of sides) {
      await bot.stop();
      await store.close();
      await database.close();
    }
    await world.close();
  }
}

async function openSide(world: BenchWorld, cases: number): Promise<Side> {
  const { tenantId } = world;
  const database = await openBenchDatabase(world.newFolder(), process.env['MONBAN_TEST_DATABASE_URL']);
  try {
    await fillDatabase(database, { cases, tenantId });
  } catch (thrown) {
    await database.close();
    throw thrown;
  }
  const store = await openStore({ database: database.address, tenantId, clock: Date.now });
  const settings = { ...database.settings, MONBAN_INCIDENT_CASES: '1000' };
  return { database, store, bot: await world.startBot({ settings }), rounds: [], approvals: [] };
}

async function measure(
  { teams, tenantId }: BenchWorld,
  side: Side,
  people: readonly OutsidePerson[],
  counts: boolean,
): Promise<void> {
  const round = await measuredRound(teams, side.bot, (chat) => triageAll(chat, people, atOnce));
  const ids = people.map(({ id }) => `approved-${id}`);
  const times = await timeApprovals(side.store.store, tenantId, ids);
  if (!counts) return;
  side.rounds.push(round);
  side.approvals.push(...times);
}

async function report(sides: readonly Side[], cases: number): Promise<void> {
  const [small, large] = sides;
  if (small === undefined || large === undefined) throw new Error('there are two sides');
  print(figuresText(`${String(few)} cases`, small.rounds));
  print(figuresText(`${String(cases)} cases`, large.rounds));
  const cpuOf = (side: Side) => median(side.approvals.map(({ cpuMicros }) => cpuMicros));
  const waitOf = (side: Side) => median(side.approvals.map(({ ms }) => ms));
  print(
    `an approval (case, request, proof, decision): ${cpuOf(small).toFixed(0)} us CPU and ${waitOf(small).toFixed(2)} ms ` +
      `against ${cpuOf(large).toFixed(0)} us and ${waitOf(large).toFixed(2)} ms`,
  );
  const turnWait = (side: Side) => figuresOf(side.rounds).p50;
  const pages = await timePages(large.store.store);
  for (const { name, ms } of pages)
    print(
      `queue page, ${name}: median ${median(ms).toFixed(2)} ms, slowest ${Math.max(...ms).toFixed(2)} ms`,
    );
  const every = pages.flatMap(({ ms }) => ms);
  print(
    JSON.stringify({
      engine: 'url' in large.database.address ? 'postgresql' : 'sqlite',
      cases,
      turn: rounded(median(large.rounds.map(cpuPerTurn)) / median(small.rounds.map(cpuPerTurn))),
      approval: rounded(cpuOf(large) / cpuOf(small)),
      turnWaited: rounded(turnWait(large) / turnWait(small)),
      approvalWaited: rounded(waitOf(large) / waitOf(small)),
      queuePageMs: rounded(Math.max(...pages.map(({ ms }) => median(ms)))),
      queuePageP99Ms: rounded(quantile(every, 0.99)),
    }),
  );
}

/** Page after page of each filter in each order; by the wall clock, as whoever waits for it would. */
async function timePages(store: Store): Promise<readonly { readonly name: string; readonly ms: number[] }[]> {
  const timed: { name: string; ms: number[] }[] = [];
  for (const filter of filters) {
    for (const order of orders) {
      const ms: number[] = [];
      let after: PageMark | undefined;
      for (let n = 0; n < pagesOfEach; n++) {
        const began = performance.now();
        const page = await store.transaction((tx) => tx.queue.page({ filter, order, size: pageSize, after }));
        ms.push(performance.now() - began);
        after = page.next;
      }
      timed.push({ name: `${JSON.stringify(filter)} ${order}`, ms });
    }
  }
  return timed;
}

runBench(
  'growth',
  {
    cases: { long: 1_000_000, short: 2000 },
    rounds: { long: 10, short: 1 },
    /** In each round, and as many approvals. */
    conversations: { long: 20, short: 3 },
  },
  ({ cases, conversations, rounds }) => bench(cases, rounds, conversations),
);
