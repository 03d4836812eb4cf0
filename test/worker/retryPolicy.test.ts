import fc from 'fast-check';
import { afterFailure, startedTooOften } from '../../src/worker/retryPolicy';

const attempts = (max: number) => Array.from({ length: max }, (_, index) => index + 1);
const random = fc.double({ min: 0, max: 1, noNaN: true });

describe('a job that failed', () => {
  test('waits longer each time, up to five minutes', () => {
    const delays = attempts(11).map((attempt) => afterFailure({ attempt, retryable: true, random: 1 }));
    expect(delays).toEqual([
      1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 64_000, 128_000, 256_000, 300_000, 300_000,
    ]);
  });

  test('outlasts a connector that is down for five minutes, whatever the jitter', () => {
    const shortest = attempts(11).map((attempt) => afterFailure({ attempt, retryable: true, random: 0 }));
    const waited = shortest.reduce<number>((sum, delay) => sum + Number(delay), 0);
    expect(waited).toBeGreaterThan(5 * 60_000);
  });

  test('never comes back before the time that the service asked for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 11 }), fc.nat(), random, (attempt, retryAfterMs, chance) => {
        const delay = afterFailure({ attempt, retryable: true, retryAfterMs, random: chance });
        return delay !== 'bury' && delay >= retryAfterMs;
      }),
    );
  });

  test('is spread over the upper half of its delay', () => {
    const delay = (chance: number) => afterFailure({ attempt: 4, retryable: true, random: chance });
    expect([delay(0), delay(0.5), delay(1)]).toEqual([4_000, 6_000, 8_000]);
  });

  test('is buried after twelve attempts that might have gone well', () => {
    expect(afterFailure({ attempt: 12, retryable: true, random: 0 })).toBe('bury');
  });

  test('is buried after three where trying again does not help', () => {
    const delays = attempts(3).map((attempt) => afterFailure({ attempt, retryable: false, random: 1 }));
    expect(delays).toEqual([1_000, 2_000, 'bury']);
  });
});

describe('a job whose worker died each time', () => {
  test('is not started a thirteenth time', () => {
    expect([startedTooOften(12), startedTooOften(13)]).toEqual([false, true]);
  });
});
