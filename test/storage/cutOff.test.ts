import { Fault } from '../../src/faults';
import type { StoreTransaction } from '../../src/ports/store';
import { requestJobKinds } from '../../src/usecases/requestJobs';
import type { RequestWorkerDeps } from '../../src/worker/requestWorkerDeps';
import { runRemedy } from '../../src/worker/runRemedy';
import { requestWorld, type RequestWorld } from '../fakes/requestWorld';
import { aDatabase } from './aDatabase';
import { aStore } from './stored';

const leaseMs = 30_000;
const minute = 60_000;

let world: RequestWorld;

/** An approved reset whose job an instance holds, and the same world as that instance sees it: it can be cut off. */
async function held() {
  const database = aDatabase(':memory:');
  world = await requestWorld('url' in database ? { database } : {});
  const { id, number } = await world.ask('require-mfa-reregistration');
  await world.run(1_000);
  await world.stopWorker();
  await world.decide(number);
  const line = { cut: false, cutAfter: Infinity };
  const { store } = world.deps;
  const removed: string[] = [];
  /** It is cut off right after this many writes have had their effect. */
  const remedies: RequestWorkerDeps['remedies'] = {
    ...world.deps.remedies,
    removeMethod: async (personId, method) => {
      const outcome = await world.deps.remedies.removeMethod(personId, method);
      if (outcome === 'removed') removed.push(method.id);
      line.cut = removed.length >= line.cutAfter;
      return outcome;
    },
  };
  const transaction = <Result>(work: (tx: StoreTransaction) => Promise<Result>): Promise<Result> =>
    line.cut
      ? Promise.reject(new Fault('store-unavailable', 'the connection broke', { retryable: true }))
      : store.transaction(work);
  const one: RequestWorkerDeps = {
    ...world.deps,
    remedies,
    store: { transaction, look: transaction, aside: transaction },
  };
  const other: RequestWorkerDeps = { ...world.deps, remedies };
  const run = (from: RequestWorkerDeps, attempt: number) =>
    runRemedy(from)({
      id: 'job',
      kind: requestJobKinds.runRemedy,
      payload: { requestId: id },
      attempt,
      lease: String(attempt),
    });
  return { id, one, other, line, removed, run };
}

describe('an instance that is cut off from the database while it runs a remedy', () => {
  afterEach(() => world.close());

  test.each([1, 2, 3])('after write %i writes no more; the other goes on where it was', async (write) => {
    const { id, one, other, line, removed, run } = await held();
    line.cutAfter = write;
    await expect(run(one, 1)).rejects.toMatchObject({ code: 'store-unavailable' });
    expect(removed).toHaveLength(write);
    line.cutAfter = Infinity;
    await run(other, 2);
    expect((await world.find(id)).state).toBe('done');
    expect(removed).toEqual(['alternate', 'mobile', 'totp', 'app']);
    // Back on the line it finds that there is nothing left to do.
    line.cut = false;
    await run(one, 1);
    expect(removed).toHaveLength(4);
  });
});

describe('an instance that comes back with a job whose lease went to another', () => {
  test('settles nothing: neither what the other holds nor what it has done', async () => {
    const database = aDatabase();
    const [one, other] = [await aStore({ database }), await aStore({ database })];
    await one.store.transaction((tx) => tx.outbox.add({ kind: 'effect', payload: 1 }));
    const [stale] = await one.jobs.claim(1, leaseMs);
    // The other's clock may be the one that goes ahead.
    other.time.now += minute;
    const [fresh] = await other.jobs.claim(1, leaseMs);
    if (stale === undefined || fresh === undefined) throw new Error('both have claimed the job');
    expect(fresh).toMatchObject({ id: stale.id, attempt: 2 });
    const settled = [
      await one.jobs.complete(stale),
      await one.jobs.retry(stale, 0, 'late'),
      await one.jobs.bury(stale, 'late'),
      await one.jobs.extend(stale, leaseMs),
    ];
    expect(settled).toEqual([false, false, false, false]);
    expect(await other.jobs.complete(fresh)).toBe(true);
    expect(await one.jobs.complete(stale)).toBe(false);
    await Promise.all([one.close(), other.close()]);
  });

  test('keeps it as long as clocks differ by less than the lease', async () => {
    const database = aDatabase();
    const [one, other] = [await aStore({ database }), await aStore({ database })];
    await one.store.transaction((tx) => tx.outbox.add({ kind: 'effect', payload: 1 }));
    const [job] = await one.jobs.claim(1, leaseMs);
    other.time.now += leaseMs - 1;
    expect(await other.jobs.claim(1, leaseMs)).toEqual([]);
    expect(job && (await one.jobs.complete(job))).toBe(true);
    await Promise.all([one.close(), other.close()]);
  });
});
