import { createReadiness, watchParts } from '../src/readiness';

const works = () => Promise.resolve(true);

describe('readiness', () => {
  test('names the part that fails and the part that is silent', async () => {
    const checks = {
      knowledge: works,
      store: () => Promise.reject(new Error('locked')),
      worker: () => new Promise<boolean>(() => undefined),
    };
    const ready = createReadiness({ checks, clock: () => 0, timeoutMs: 5, keepMs: 0 });
    expect(await ready()).toEqual({ knowledge: true, store: false, worker: false });
  });

  test('asks once in a while only, however often it is asked', async () => {
    let asked = 0;
    let now = 0;
    const store = () => Promise.resolve(++asked > 0);
    const ready = createReadiness({ checks: { store }, clock: () => now, timeoutMs: 100, keepMs: 1000 });
    await Promise.all(Array.from({ length: 50 }, () => ready()));
    now = 1000;
    await ready();
    expect(asked).toBe(2);
  });
});

describe('the worker', () => {
  test('counts as working from its first look on, until it has not looked for long', async () => {
    let now = 0;
    const jobs = { nextDue: () => Promise.resolve(undefined) };
    const { ready, workerLooked } = watchParts({ jobs, clock: () => now });
    const before = await ready();
    now = 2000;
    workerLooked();
    const after = await ready();
    now = 60_000;
    const later = await ready();
    expect([before, after, later].map((parts) => parts['worker'])).toEqual([false, true, false]);
  });
});
