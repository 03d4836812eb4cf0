import { belongsTo } from '../../src/cases/belongsToIncident';
import { noticeIncidents, type SeenOfMany } from '../../src/cases/noticeIncidents';

const now = 100 * 60_000;
const minute = 60_000;
const limits = { windowMs: 30 * minute, people: 4, cases: 3 };
const nothing: SeenOfMany = { failures: [], cases: [], services: [] };

const failing = (people: number, code: number, minutesAgo = 5) =>
  Array.from({ length: people }, (_, n) => ({
    personId: `p${String(n)}`,
    code,
    at: now - minutesAgo * minute,
  }));
const begun = (seen: Partial<SeenOfMany>) =>
  noticeIncidents({ ...nothing, ...seen }, limits, now).begin.map(({ reason }) => reason);

describe('failing sign-ins', () => {
  test('of several people with one code are an incident', () => {
    expect(begun({ failures: failing(4, 50087) })).toEqual(['code:50087']);
  });

  test('of fewer people are none, however often each tries', () => {
    expect(
      begun({ failures: [...failing(3, 50087), ...failing(3, 50087, 4), ...failing(3, 50087, 3)] }),
    ).toEqual([]);
  });

  test.each([50126, 50053, 50055, 50140])('with %d are everybody’s own', (code) => {
    expect(begun({ failures: failing(50, code) })).toEqual([]);
  });

  test('that are as many as before are the usual', () => {
    expect(begun({ failures: [...failing(4, 53003), ...failing(2, 53003, 45)] })).toEqual([]);
  });
});

describe('cases', () => {
  const alike = (people: number, cause: string) =>
    Array.from({ length: people }, (_, n) => ({ personId: `p${String(n)}`, cause }));

  test('of one cause that can be shared are an incident', () => {
    expect(begun({ cases: alike(3, 'push-delivery') })).toEqual(['cause:push-delivery']);
  });

  test('of lost phones are none', () => {
    expect(begun({ cases: alike(9, 'device-lost') })).toEqual([]);
  });
});

test('what Microsoft reports is an incident at once', () => {
  expect(begun({ services: [{ id: 'MO1', service: 'Microsoft Entra' }] })).toEqual(['service:MO1']);
});

describe('an open incident', () => {
  test('goes on while half of what it took is there', () => {
    const { goesOn } = noticeIncidents({ ...nothing, failures: failing(2, 50087) }, limits, now);
    expect([...goesOn]).toEqual([['code:50087', 2]]);
  });

  test('is over with less', () => {
    const { goesOn } = noticeIncidents({ ...nothing, failures: failing(1, 50087) }, limits, now);
    expect([...goesOn]).toEqual([]);
  });

  test('cannot be over by what was not read', () => {
    const { unseen } = noticeIncidents({ ...nothing, failures: undefined, services: undefined }, limits, now);
    expect([unseen('code'), unseen('service'), unseen('cause')]).toEqual([true, true, false]);
  });
});

describe('a case belongs to an incident', () => {
  const like = { codes: [], cause: undefined, sure: 0, redFlagged: false };

  test.each([
    ['of its code', { kind: 'code', what: '50087' }, { codes: ['50087'] }, true],
    ['of another code', { kind: 'code', what: '50087' }, { codes: ['50126'] }, false],
    ['of its cause', { kind: 'cause', what: 'push-delivery' }, { cause: 'push-delivery', sure: 0.4 }, true],
    [
      'of a service while nothing else is settled',
      { kind: 'service', what: 'Entra' },
      { cause: 'device-lost', sure: 0.3 },
      true,
    ],
    [
      'of a service, but for a lost phone',
      { kind: 'service', what: 'Entra' },
      { cause: 'device-lost', sure: 0.9 },
      false,
    ],
    [
      'of its code, but with a red flag',
      { kind: 'code', what: '50087' },
      { codes: ['50087'], redFlagged: true },
      false,
    ],
  ] as const)('%s', (_what, incident, parts, expected) => {
    expect(belongsTo(incident, { ...like, ...parts })).toBe(expected);
  });
});
