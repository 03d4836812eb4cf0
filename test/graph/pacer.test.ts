import { createPacer } from '../../src/graph/pacer';
import type { Pacer, Turn } from '../../src/graph/pacer';
import { thrownBy } from './testClient';

const source = 'a test';
const limits = {
  reports: { requests: 2, perMs: 10_000, source },
  identityProtection: { requests: 1, perMs: 1000, source },
  methods: { requests: 5, perMs: 10_000, source },
};
const patient = 60_000;

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

/** Time goes on by the timers alone. */
const newPacer = (): Pacer => createPacer({ clock: () => Date.now(), limits });

/** Notes in which order and when turns came. */
function follow(pacer: Pacer, names: readonly string[]): string[] {
  const came: string[] = [];
  const start = Date.now();
  for (const name of names) {
    void pacer.turn('reports', patient).then((turn) => {
      came.push(`${name} at ${String(Math.round((Date.now() - start) / 1000))} s`);
      turn.end();
    });
  }
  return came;
}

describe('turns', () => {
  test('come in the order in which they were asked for, no more than the limit at a time', async () => {
    const came = follow(newPacer(), ['a', 'b', 'c', 'd', 'e']);
    await jest.advanceTimersByTimeAsync(30_000);
    expect(came).toEqual(['a at 0 s', 'b at 0 s', 'c at 10 s', 'd at 10 s', 'e at 20 s']);
  });

  test('of one group do not wait for those of another', async () => {
    const pacer = newPacer();
    follow(pacer, ['a', 'b', 'c']);
    const turn = await pacer.turn('identityProtection', patient);
    expect(turn).toBeDefined();
  });

  test('wait while Microsoft has asked to wait, all of them', async () => {
    const pacer = newPacer();
    (await pacer.turn('reports', patient)).end(25_000);
    const came = follow(pacer, ['a', 'b']);
    await jest.advanceTimersByTimeAsync(40_000);
    expect(came).toEqual(['a at 25 s', 'b at 25 s']);
  });

  test('are counted until they end, and once', async () => {
    const pacer = newPacer();
    const first: Turn = await pacer.turn('identityProtection', patient);
    let came = false;
    void pacer.turn('identityProtection', patient).then(() => {
      came = true;
    });
    await jest.advanceTimersByTimeAsync(20_000);
    expect(came).toBe(false);
    first.end();
    first.end(50_000);
    await jest.advanceTimersByTimeAsync(1100);
    expect(came).toBe(true);
  });
});

describe('somebody who will not wait', () => {
  test('is told that the limit is used up', async () => {
    const pacer = newPacer();
    await pacer.turn('identityProtection', patient);
    const thrown = thrownBy(pacer.turn('identityProtection', 500));
    await jest.advanceTimersByTimeAsync(600);
    expect(await thrown).toMatchObject({ code: 'graph-throttled', retryable: true });
  });

  test('leaves the queue to the others', async () => {
    const pacer = newPacer();
    await pacer.turn('identityProtection', patient).then((turn) => {
      turn.end();
    });
    const gone = thrownBy(pacer.turn('identityProtection', 500));
    const next = pacer.turn('identityProtection', patient);
    await jest.advanceTimersByTimeAsync(1100);
    expect(await gone).toMatchObject({ code: 'graph-throttled' });
    expect(await next).toBeDefined();
  });

  test('gets a turn only while one is free', async () => {
    const pacer = newPacer();
    const turn = pacer.turnNow('identityProtection');
    expect(turn).toBeDefined();
    expect(pacer.turnNow('identityProtection')).toBeUndefined();
    turn?.end();
    await jest.advanceTimersByTimeAsync(1000);
    expect(pacer.turnNow('identityProtection')).toBeDefined();
  });

  test('gets none where calls that cannot wait have used them up', () => {
    const pacer = newPacer();
    for (let sent = 0; sent < 7; sent += 1) pacer.count('methods').end();
    expect(pacer.turnNow('methods')).toBeUndefined();
  });
});
