import { Fault } from '../../src/faults';
import { aStore } from '../storage/stored';
import { aNotebook, aWorker, hour } from './aWorker';

describe('a job that fails', () => {
  test('with a fault that passes comes back after its delay, and is done then', async () => {
    const attempts: number[] = [];
    await using worker = await aWorker({
      send: (job) => {
        attempts.push(job.attempt);
        const fault = new Fault('teams-throttled', 'slow down', {
          retryable: true,
          retryAfterMs: 60_000,
          status: 429,
        });
        return job.attempt === 1 ? Promise.reject(fault) : Promise.resolve();
      },
    });
    await worker.add({ kind: 'send', payload: null });
    await worker.outbox.drain();
    expect(await worker.jobs.nextDue()).toBe(worker.time.now + 60_500);
    worker.time.now += 60_500;
    await worker.outbox.drain();
    expect(attempts).toEqual([1, 2]);
    expect(await worker.jobs.nextDue()).toBeUndefined();
  });

  test('with a fault that stays is buried after three attempts, with its code in the log', async () => {
    let runs = 0;
    await using worker = await aWorker({
      send: () => {
        runs++;
        return Promise.reject(new Fault('teams-rejected', 'the connector refused', { status: 403 }));
      },
    });
    await worker.add({ kind: 'send', payload: null });
    for (let round = 0; round < 6; round++) {
      await worker.outbox.drain();
      worker.time.now += hour;
    }
    expect(runs).toBe(3);
    expect(worker.lines.at(-1)).toMatchObject({
      msg: 'job buried',
      fault: 'teams-rejected',
      attempt: 3,
      kind: 'send',
    });
  });

  test('because of a bug is logged with the error and the next job is done all the same', async () => {
    const { seen, handler } = aNotebook();
    await using worker = await aWorker({
      broken: () => {
        throw new TypeError('cannot read properties of nothing');
      },
      fine: handler,
    });
    await worker.add({ kind: 'broken', payload: null }, { kind: 'fine', payload: null });
    await worker.outbox.drain();
    expect(seen).toHaveLength(1);
    expect(worker.lines.find(({ fault }) => fault === 'bug')).toMatchObject({
      level: 50,
      err: { type: 'TypeError' },
    });
  });

  test.each(['nobody-knows', 'constructor', '__proto__'])(
    'because its kind is %s is buried at once',
    async (kind) => {
      await using worker = await aWorker({ known: aNotebook().handler });
      await worker.add({ kind, payload: null });
      await worker.outbox.drain();
      expect(await worker.jobs.nextDue()).toBeUndefined();
      expect(worker.lines.at(-1)).toMatchObject({ fault: 'unknown-kind', kind, level: 50 });
    },
  );

  test('by killing its worker each time is buried after twelve starts', async () => {
    const opened = await aStore();
    await opened.store.transaction((tx) => tx.outbox.add({ kind: 'deadly', payload: null }));
    for (let start = 0; start < 12; start++) {
      await opened.jobs.claim(1, 1_000);
      opened.time.now += 1_000;
    }
    const { seen, handler } = aNotebook();
    await using worker = await aWorker({ deadly: handler }, { opened });
    await worker.outbox.drain();
    expect([seen.length, await worker.jobs.nextDue()]).toEqual([0, undefined]);
    expect(worker.lines.at(-1)).toMatchObject({ fault: 'worker-died', attempt: 13 });
  });
});
