import fc from 'fast-check';
import { nextTurn } from '../../src/graph/nextTurn';
import { pacedGroupOf, paceLimits } from '../../src/graph/paceLimits';

const limit = { requests: 5, perMs: 10_000, source: 'a test' };

describe('the next turn', () => {
  test.each([
    ['at once where nothing went out', { underWay: 0, endedAt: [], pausedUntil: 0 }, 20_000],
    ['at once while there is room', { underWay: 2, endedAt: [19_000, 19_500], pausedUntil: 0 }, 20_000],
    [
      'when the oldest that counts is forgotten',
      { underWay: 0, endedAt: [12_000, 19_000, 19_000, 19_000, 19_000], pausedUntil: 0 },
      22_000,
    ],
    [
      'when the second oldest is forgotten, where one too many went out',
      { underWay: 2, endedAt: [12_000, 13_000, 19_000, 19_000], pausedUntil: 0 },
      23_000,
    ],
    [
      'when the pause is over that Microsoft asked for',
      { underWay: 0, endedAt: [], pausedUntil: 26_000 },
      26_000,
    ],
    [
      'when one ends, where all places are taken by those under way',
      { underWay: 5, endedAt: [], pausedUntil: 0 },
      'when-one-ends',
    ],
  ])('comes %s', (_what, pace, expected) => {
    expect(nextTurn(limit, pace, 20_000)).toBe(expected);
  });

  test('never lets more arrive in any stretch of time than the limit has, however long each takes on its way', () => {
    const request = fc.record({ waits: fc.nat(4000), onTheWay: fc.nat(500), answering: fc.nat(3000) });
    fc.assert(
      fc.property(fc.array(request, { maxLength: 60 }), (requests) => {
        const arrivals: number[] = [];
        const ends: number[] = [];
        let now = 0;
        for (const { waits, onTheWay, answering } of requests) {
          now += waits;
          let at = turnAt(ends, now);
          while (at === 'when-one-ends') {
            now = Math.min(...ends.filter((end) => end > now));
            at = turnAt(ends, now);
          }
          now = at;
          arrivals.push(now + onTheWay);
          ends.push(now + onTheWay + answering);
        }
        const most = arrivals.map(
          (from) => arrivals.filter((at) => at >= from && at < from + limit.perMs).length,
        );
        expect(Math.max(0, ...most)).toBeLessThanOrEqual(limit.requests);
      }),
    );
  });
});

function turnAt(ends: readonly number[], now: number): number | 'when-one-ends' {
  const over = ends.filter((end) => end <= now);
  const pace = {
    underWay: ends.length - over.length,
    endedAt: over.toSorted((one, other) => one - other),
    pausedUntil: 0,
  };
  return nextTurn(limit, pace, now);
}

describe('a call', () => {
  test.each([
    ['/v1.0/auditLogs/signIns', 'reports'],
    ['/beta/auditLogs/signIns', 'reports'],
    ['/v1.0/reports/authenticationMethods/userRegistrationDetails/1', 'reports'],
    ['/v1.0/identityProtection/riskyUsers', 'identityProtection'],
    ['/v1.0/identity/conditionalAccess/policies', 'identityProtection'],
    ['/v1.0/users/1/authentication/methods', 'methods'],
    ['/v1.0/users/1', undefined],
    ['/v1.0/policies/authenticationMethodsPolicy', undefined],
    ['/v1.0/$batch', undefined],
  ])('to %s is counted with %s', (path, group) => {
    expect(pacedGroupOf(path)).toBe(group);
  });
});

describe('the limits', () => {
  test('say where they come from', () => {
    const limits = Object.values(paceLimits);
    expect(limits.filter(({ source }) => source.length < 20)).toEqual([]);
  });
});
