import type { Job, NewJob } from '../../src/ports/store';
import { aStore } from './stored';

async function withJobs(...added: NewJob[]) {
  const opened = await aStore();
  const add = (...jobs: NewJob[]) =>
    opened.store.transaction(async (tx) => {
      for (const job of jobs) await tx.outbox.add(job);
    });
  await add(...added);
  return { ...opened, add };
}

const tell: NewJob = { kind: 'tell', payload: { caseId: 'case-1' } };

function only(jobs: readonly Job[]): Job {
  const [job] = jobs;
  if (job === undefined || jobs.length > 1) throw new Error(`${jobs.length} jobs instead of one`);
  return job;
}

describe('a job in the outbox', () => {
  test('is claimed with its kind, payload and first attempt', async () => {
    const { jobs } = await withJobs(tell);
    expect(await jobs.claim(10, 100)).toMatchObject([{ ...tell, attempt: 1 }]);
  });

  test('is hidden from others while it is leased', async () => {
    const { jobs, time } = await withJobs(tell);
    await jobs.claim(10, 100);
    time.now += 99;
    expect(await jobs.claim(10, 100)).toEqual([]);
  });

  test('whose lease has run out is claimed again, as the next attempt', async () => {
    const { jobs, time } = await withJobs(tell);
    const first = only(await jobs.claim(10, 100));
    time.now += 100;
    const second = only(await jobs.claim(10, 100));
    expect(second).toMatchObject({ id: first.id, attempt: 2 });
  });

  test('is not claimed before its time', async () => {
    const { jobs, time } = await withJobs({ ...tell, runAfter: 5_000 });
    time.now = 4_999;
    expect(await jobs.claim(10, 100)).toEqual([]);
    time.now = 5_000;
    expect(await jobs.claim(10, 100)).toHaveLength(1);
  });

  test('that is overdue after a long stop is claimed at once', async () => {
    const { jobs, time } = await withJobs({ ...tell, runAfter: 5_000 });
    time.now = 9_000_000;
    expect(await jobs.claim(10, 100)).toHaveLength(1);
  });

  test('is gone once it is complete', async () => {
    const { jobs, time } = await withJobs(tell);
    expect(await jobs.complete(only(await jobs.claim(10, 100)))).toBe(true);
    time.now += 1_000;
    expect([await jobs.claim(10, 100), await jobs.nextDue()]).toEqual([[], undefined]);
  });

  test('that is put back comes again at the time asked for', async () => {
    const { jobs, time } = await withJobs(tell);
    expect(await jobs.retry(only(await jobs.claim(10, 100)), 7_000, 'graph-throttled')).toBe(true);
    expect(await jobs.nextDue()).toBe(7_000);
    time.now = 7_000;
    expect(await jobs.claim(10, 100)).toMatchObject([{ attempt: 2 }]);
  });

  test('that is buried never comes again', async () => {
    const { jobs, time } = await withJobs(tell);
    expect(await jobs.bury(only(await jobs.claim(10, 100)), 'graph-forbidden')).toBe(true);
    time.now += 1_000_000;
    expect([await jobs.claim(10, 100), await jobs.nextDue()]).toEqual([[], undefined]);
  });

  test('that is buried with a notice is dead and told, or neither', async () => {
    const { store, jobs } = await aStore();
    await store.transaction((tx) => tx.outbox.add({ kind: 'tell', payload: 1 }));
    const [job] = await jobs.claim(1, 1_000);
    if (job === undefined) throw new Error('there is a job to claim');
    const endless: { self?: unknown } = {};
    endless.self = endless;
    await expect(jobs.bury(job, 'bug', [{ kind: 'notice', payload: endless }])).rejects.toThrow('circular');
    expect(await store.transaction((tx) => tx.outbox.dead(9))).toEqual([]);
    expect(await jobs.bury({ ...job, lease: 'of another' }, 'bug', [{ kind: 'notice', payload: 2 }])).toBe(
      false,
    );
    expect(await jobs.claim(9, 1_000)).toEqual([]);
    expect(await jobs.bury(job, 'bug', [{ kind: 'notice', payload: 3 }])).toBe(true);
    expect(await jobs.claim(9, 1_000)).toMatchObject([{ kind: 'notice', payload: 3 }]);
    expect(await store.transaction((tx) => tx.outbox.dead(9))).toMatchObject([{ id: job.id }]);
  });

  test('whose lease is extended stays hidden for longer', async () => {
    const { jobs, time } = await withJobs(tell);
    const job = only(await jobs.claim(10, 100));
    time.now += 90;
    expect(await jobs.extend(job, 100)).toBe(true);
    time.now += 99;
    expect(await jobs.claim(10, 100)).toEqual([]);
    expect(await jobs.complete(job)).toBe(true);
  });
});

describe('a worker whose lease was taken over', () => {
  test.each(['complete', 'retry', 'bury', 'extend'] as const)('cannot %s the job', async (what) => {
    const { jobs, time } = await withJobs(tell);
    const late = only(await jobs.claim(10, 100));
    time.now += 100;
    const current = only(await jobs.claim(10, 100));
    const settle = {
      complete: () => jobs.complete(late),
      retry: () => jobs.retry(late, 0, 'graph-broken'),
      bury: () => jobs.bury(late, 'graph-broken'),
      extend: () => jobs.extend(late, 1_000_000),
    };
    expect(await settle[what]()).toBe(false);
    expect(await jobs.nextDue()).toBe(time.now + 100);
    expect(await jobs.complete(current)).toBe(true);
  });
});

describe('a claim', () => {
  test('takes no more than its limit', async () => {
    const { jobs } = await withJobs(...Array.from({ length: 30 }, () => tell));
    const sizes = [await jobs.claim(1, 100), await jobs.claim(7, 100), await jobs.claim(50, 100)];
    expect(sizes.map(({ length }) => length)).toEqual([1, 7, 22]);
  });

  test('takes what is due longest first', async () => {
    const { jobs, time } = await withJobs(
      { ...tell, kind: 'b', runAfter: 300 },
      { ...tell, kind: 'a', runAfter: 200 },
    );
    time.now = 400;
    expect(only(await jobs.claim(1, 1_000)).kind).toBe('a');
  });

  test.each([
    ['of some kinds', { only: ['b', 'c'] }, ['b', 'c'], 200],
    ['of all but some', { without: ['b', 'c'] }, ['a'], 100],
  ])('%s leaves the others, and so does the time of the next', async (_which, kinds, expected, next) => {
    const { jobs, time } = await withJobs(
      { ...tell, kind: 'a', runAfter: 100 },
      { ...tell, kind: 'b', runAfter: 200 },
      { ...tell, kind: 'c', runAfter: 300 },
    );
    expect(await jobs.nextDue(kinds)).toBe(next);
    time.now = 400;
    expect((await jobs.claim(9, 1_000, kinds)).map(({ kind }) => kind)).toEqual(expected);
  });
});

describe('jobs that follow from one decision about many', () => {
  test('are all there, each once', async () => {
    const { jobs, store } = await withJobs({ ...tell, payload: 7, idempotencyKey: 'tell:7' });
    const many = Array.from({ length: 1203 }, (_, n) => ({
      kind: 'tell',
      payload: n,
      idempotencyKey: `tell:${String(n)}`,
    }));
    await store.transaction((tx) => tx.outbox.addAll(many));
    const told = (await jobs.claim(2000, 100)).map(({ payload }) => Number(payload));
    expect(told.toSorted((one, other) => one - other)).toEqual(many.map(({ payload }) => payload));
  });

  test('may be none', async () => {
    const { jobs, store } = await withJobs();
    await store.transaction((tx) => tx.outbox.addAll([]));
    expect(await jobs.nextDue()).toBeUndefined();
  });
});

describe('a job with an idempotency key', () => {
  const expire: NewJob = { kind: 'expire', payload: null, idempotencyKey: 'expire:request-1' };

  test('is added once, whatever comes second', async () => {
    const { jobs, add } = await withJobs(expire);
    await add({ ...expire, kind: 'other' }, tell);
    expect((await jobs.claim(10, 100)).map(({ kind }) => kind).sort()).toEqual(['expire', 'tell']);
  });

  test('is not added again after it was done', async () => {
    const { jobs, add } = await withJobs(expire);
    await jobs.complete(only(await jobs.claim(10, 100)));
    await add(expire);
    expect(await jobs.nextDue()).toBeUndefined();
  });
});

describe('somebody who listens for added jobs', () => {
  test('hears of them once per commit, after it', async () => {
    const opened = await withJobs();
    const heard: Promise<number | undefined>[] = [];
    opened.whenJobsAdded(() => heard.push(opened.jobs.nextDue()));
    await opened.add(tell, tell);
    expect(await Promise.all(heard)).toEqual([opened.time.now]);
  });

  test('hears nothing where the transaction failed or added none', async () => {
    const opened = await withJobs({ ...tell, idempotencyKey: 'once' });
    let heard = 0;
    opened.whenJobsAdded(() => heard++);
    await opened.add({ ...tell, idempotencyKey: 'once' });
    const failing = opened.store.transaction(async (tx) => {
      await tx.outbox.add(tell);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(heard).toBe(0);
  });
});
