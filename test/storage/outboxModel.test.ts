import fc from 'fast-check';
import type { Job, JobQueue, Store } from '../../src/ports/store';
import { postgresServer } from './aDatabase';
import { aStore } from './stored';

const leaseMs = 50;

interface ModelJob {
  state: 'waiting' | 'done' | 'dead';
  runAfter: number;
  attempt: number;
  /** The attempt that holds the lease, if any. */
  holder: number | undefined;
}

/** What the outbox ought to do, in a few lines of plain data. Jobs are known by the number in their payload. */
interface Model {
  now: number;
  jobs: ModelJob[];
  keys: Set<string>;
}

interface Real {
  store: Store;
  jobs: JobQueue;
  time: { now: number };
  /** Every job that was ever handed out. */
  held: { number: number; job: Job }[];
}

type Command = fc.AsyncCommand<Model, Real>;

function number(job: Job): number {
  if (typeof job.payload !== 'number') throw new Error('not a job of this test');
  return job.payload;
}

const add = (delay: number, key: string | undefined): Command => ({
  check: () => true,
  async run(model: Model, real: Real) {
    const payload = model.jobs.length;
    const runAfter = model.now + delay;
    await real.store.transaction((tx) =>
      tx.outbox.add({ kind: 'work', payload, runAfter, idempotencyKey: key }),
    );
    if (key !== undefined && model.keys.has(key)) return;
    if (key !== undefined) model.keys.add(key);
    model.jobs.push({ state: 'waiting', runAfter, attempt: 0, holder: undefined });
  },
  toString: () => `add in ${delay} as ${key ?? 'any'}`,
});

const pass = (ms: number): Command => ({
  check: () => true,
  run(model: Model, real: Real) {
    model.now += ms;
    real.time.now = model.now;
    return Promise.resolve();
  },
  toString: () => `pass ${ms} ms`,
});

const claim = (limit: number): Command => ({
  check: () => true,
  async run(model: Model, real: Real) {
    const due = model.jobs.filter(({ state, runAfter }) => state === 'waiting' && runAfter <= model.now);
    const longest = due.map(({ runAfter }) => runAfter).sort((one, other) => one - other)[limit - 1];
    const claimed = await real.jobs.claim(limit, leaseMs);
    expect(claimed).toHaveLength(Math.min(limit, due.length));
    for (const job of claimed) {
      const known = model.jobs[number(job)];
      if (known === undefined || !due.includes(known)) throw new Error('a job was claimed that was not due');
      expect(known.runAfter).toBeLessThanOrEqual(longest ?? model.now);
      known.attempt++;
      expect(job.attempt).toBe(known.attempt);
      Object.assign(known, { holder: known.attempt, runAfter: model.now + leaseMs });
      real.held.push({ number: number(job), job });
    }
  },
  toString: () => `claim ${limit}`,
});

const settle = (how: 'complete' | 'retry' | 'bury' | 'extend', which: number): Command => ({
  check: () => true,
  async run(model: Model, real: Real) {
    const held = real.held[which % Math.max(1, real.held.length)];
    if (held === undefined) return;
    const known = model.jobs[held.number];
    const runAfter = model.now + 20;
    const settled = {
      complete: () => real.jobs.complete(held.job),
      retry: () => real.jobs.retry(held.job, runAfter, 'graph-broken'),
      bury: () => real.jobs.bury(held.job, 'graph-broken'),
      extend: () => real.jobs.extend(held.job, leaseMs),
    };
    expect(await settled[how]()).toBe(known?.holder === held.job.attempt);
    if (known?.holder !== held.job.attempt) return;
    if (how === 'extend') known.runAfter = model.now + leaseMs;
    else known.holder = undefined;
    if (how === 'retry') known.runAfter = runAfter;
    if (how === 'complete') known.state = 'done';
    if (how === 'bury') known.state = 'dead';
  },
  toString: () => `${how} ${which}`,
});

const look = (): Command => ({
  check: () => true,
  async run(model: Model, real: Real) {
    const waiting = model.jobs.filter(({ state }) => state === 'waiting').map(({ runAfter }) => runAfter);
    expect(await real.jobs.nextDue()).toBe(waiting.length === 0 ? undefined : Math.min(...waiting));
  },
  toString: () => 'look',
});

describe('the outbox', () => {
  test('does what a simple model of it does, in whatever order things happen', async () => {
    const commands = fc.commands(
      [
        fc
          .tuple(
            fc.integer({ min: 0, max: 60 }),
            fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined }),
          )
          .map(([delay, key]) => add(delay, key)),
        fc.integer({ min: 1, max: 80 }).map(pass),
        fc.integer({ min: 1, max: 4 }).map(claim),
        fc
          .tuple(fc.constantFrom('complete', 'retry', 'bury', 'extend'), fc.nat({ max: 50 }))
          .map(([how, which]) => settle(how, which)),
        fc.constant(look()),
      ],
      { size: '+1' },
    );
    await fc.assert(
      fc.asyncProperty(commands, async (sequence) => {
        const opened = await aStore({ now: 1_000 });
        await fc.asyncModelRun(
          () => ({ model: { now: 1_000, jobs: [], keys: new Set<string>() }, real: { ...opened, held: [] } }),
          sequence,
        );
        await opened.close();
      }),
      // A database of its own for each run is a matter of milliseconds in memory only.
      { numRuns: postgresServer === undefined ? 150 : 15 },
    );
  });
});
