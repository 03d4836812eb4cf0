import { setTimeout as sleep } from 'node:timers/promises';
import type { JobHandler } from '../../src/worker/runOutbox';
import { aGate, aNotebook, aWorker, hour } from './aWorker';

describe('a job that is due', () => {
  test('is handed to the handler of its kind, once', async () => {
    const { seen, handler } = aNotebook();
    await using worker = await aWorker({ greet: handler });
    await worker.add({ kind: 'greet', payload: { caseId: 'case-1' } });
    await worker.outbox.drain();
    await worker.outbox.drain();
    expect(seen).toEqual([
      expect.objectContaining({ kind: 'greet', payload: { caseId: 'case-1' }, attempt: 1 }),
    ]);
    expect(await worker.jobs.nextDue()).toBeUndefined();
  });

  test('and was added by another job is run as well', async () => {
    const kinds: string[] = [];
    await using worker = await aWorker({
      first: async (job) => {
        kinds.push(job.kind);
        await worker.add({ kind: 'second', payload: null });
      },
      second: (job) => Promise.resolve(void kinds.push(job.kind)),
    });
    await worker.add({ kind: 'first', payload: null });
    await worker.outbox.drain();
    expect(kinds).toEqual(['first', 'second']);
  });

  test('runs at once when the worker is woken', async () => {
    const gate = aGate();
    await using worker = await aWorker({ wait: gate.handler });
    worker.whenJobsAdded(() => {
      worker.outbox.wake();
    });
    await worker.add({ kind: 'wait', payload: null });
    await gate.entered;
    gate.open();
    expect(gate.inside).toHaveLength(1);
  });

  test('waits until one of the running ones is finished', async () => {
    let most = 0;
    let now = 0;
    const handler: JobHandler = async () => {
      most = Math.max(most, ++now);
      await sleep(1);
      now--;
    };
    await using worker = await aWorker({ work: handler }, { concurrency: 2 });
    await worker.add(...Array.from({ length: 9 }, () => ({ kind: 'work', payload: null })));
    await Promise.all([worker.outbox.drain(), worker.outbox.drain()]);
    expect([most, await worker.jobs.nextDue()]).toEqual([2, undefined]);
  });
});

describe('a job that is not due', () => {
  test('is left until its time', async () => {
    const { seen, handler } = aNotebook();
    await using worker = await aWorker({ expire: handler });
    await worker.add({ kind: 'expire', payload: null, runAfter: 5_000 });
    await worker.outbox.drain();
    expect(seen).toHaveLength(0);
    worker.time.now = 5_000;
    await worker.outbox.drain();
    expect(seen).toHaveLength(1);
  });
});

describe('a worker that stops', () => {
  test('waits for the job that runs', async () => {
    const gate = aGate();
    await using worker = await aWorker({ wait: gate.handler });
    await worker.add({ kind: 'wait', payload: null });
    worker.outbox.wake();
    await gate.entered;
    let stopped = false;
    const stopping = worker.outbox.stop().then(() => (stopped = true));
    await new Promise(setImmediate);
    expect(stopped).toBe(false);
    gate.open();
    await stopping;
    expect(await worker.jobs.nextDue()).toBeUndefined();
  });

  test('takes no more jobs', async () => {
    const { seen, handler } = aNotebook();
    await using worker = await aWorker({ work: handler });
    await worker.outbox.stop();
    await worker.add({ kind: 'work', payload: null });
    worker.outbox.wake();
    await worker.outbox.drain();
    expect([seen.length, await worker.jobs.nextDue()]).toEqual([0, worker.time.now]);
  });
});

describe('a job that takes longer than its lease', () => {
  test('stays with its worker, which extends the lease', async () => {
    const gate = aGate();
    await using worker = await aWorker({ slow: gate.handler }, { leaseMs: 30 });
    await worker.add({ kind: 'slow', payload: null });
    worker.outbox.wake();
    await gate.entered;
    const leasedUntil = await worker.jobs.nextDue();
    worker.time.now += 20;
    for (let tries = 0; tries < 200 && (await worker.jobs.nextDue()) === leasedUntil; tries++) await sleep(5);
    expect(await worker.jobs.nextDue()).toBe(worker.time.now + 30);
    gate.open();
    await worker.outbox.drain();
    expect(gate.inside).toHaveLength(1);
  });

  test('and was taken over by another worker is not settled by the first', async () => {
    const gate = aGate();
    await using worker = await aWorker({ slow: gate.handler }, { leaseMs: hour });
    await worker.add({ kind: 'slow', payload: null });
    worker.outbox.wake();
    await gate.entered;
    worker.time.now += 2 * hour;
    const [taken] = await worker.jobs.claim(1, hour);
    gate.open();
    await worker.outbox.drain();
    expect(worker.lines.at(-1)).toMatchObject({
      msg: 'job was finished without its lease: another worker has it',
    });
    expect(taken && (await worker.jobs.complete(taken))).toBe(true);
  });
});

describe('a store that is gone for a while', () => {
  test('does not end the worker', async () => {
    await using worker = await aWorker({});
    await worker.close();
    worker.outbox.wake();
    for (let tries = 0; tries < 200 && worker.lines.length === 0; tries++) await sleep(5);
    expect(worker.lines.at(-1)).toMatchObject({ msg: 'no jobs could be taken; trying again' });
  });
});
