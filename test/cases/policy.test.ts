import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { isMap, isScalar, parseDocument } from 'yaml';
import { isOpenAt, type OpeningHours } from '../../src/cases/policy/openingHours';
import { parsePolicy } from '../../src/cases/policy/parsePolicy';
import { personKinds } from '../../src/cases/personKinds';
import { remedyKinds } from '../../src/cases/remedyPlan';

const inTheBox = readFileSync(path.join(__dirname, '../../src/cases/policy/approval-policy.yaml'), 'utf8');
const reset = ['remedies', 'require-mfa-reregistration'] as const;
const ordinary = [...reset, 'ordinary'];
const privileged = [...reset, 'privileged'];

type Change = readonly [at: readonly string[], value: unknown];

/** The policy in the box with something in it changed, or taken out. */
function changed(...changes: readonly Change[]): string {
  const document = parseDocument(inTheBox);
  for (const [at, value] of changes) {
    if (value === undefined) document.deleteIn(at);
    else document.setIn(at, document.createNode(value));
  }
  return document.toString();
}

function problemsOf(text: string): readonly string[] {
  const read = parsePolicy({ name: 'policy.yaml', text });
  return read.ok
    ? []
    : read.problems.map(({ file, line, message }) => `${file}:${line > 0 ? 'n' : line} ${message}`);
}

const outOfRange = (at: readonly string[], least: number, most: number): readonly Change[] =>
  [least - 1, most + 1, least + 0.5, String(least), null, true].map((value) => [at, value]);

const bad: readonly Change[] = [
  ...outOfRange([...ordinary, 'howMany'], 1, 5),
  ...outOfRange([...ordinary, 'proofValidMinutes'], 5, 480),
  ...outOfRange([...ordinary, 'requestValidMinutes'], 5, 1440),
  ...outOfRange(['confirmation', 'withinSeconds'], 60, 900),
  ...outOfRange(['limits', 'windowMinutes'], 10, 1440),
  ...outOfRange(['limits', 'requestsPerRequester'], 1, 100),
  ...outOfRange(['limits', 'requestsPerTarget'], 1, 100),
  ...outOfRange(['limits', 'requestsPerTenant'], 1, 1000),
  ...outOfRange(['limits', 'decisionsPerApprover'], 1, 1000),
  ...outOfRange(['limits', 'approvalsPerPair'], 1, 100),
  ...outOfRange(['limits', 'pairWindowHours'], 1, 720),
  ...outOfRange(['remedies', 'issue-temporary-access-pass', 'ordinary', 'passLifetimeMinutes'], 10, 480),
  [['remedies', 'issue-temporary-access-pass', 'ordinary', 'passDelivery'], 'anybody'],
  // `"false"` is a string, and any string is true.
  ...['false', 'true', 0, 1, null, 'no'].map((value): Change => [[...ordinary, 'proverMayApprove'], value]),
  ...[[], ['none'], 'call-back', ['call-back', 'sms']].map((value): Change => [
    [...ordinary, 'proofs'],
    value,
  ]),
  ...['none', true, 'Card'].map((value): Change => [[...ordinary, 'confirm'], value]),
  ...[[], ['*'], ['Helpdesk Administrator'], 'globalAdministrator'].map((value): Change => [
    [...ordinary, 'approvers', 'roles'],
    value,
  ]),
  ...[['*'], ['admins'], ['admin@example.com']].map((value): Change => [
    [...ordinary, 'approvers', 'groups'],
    value,
  ]),
  [['security', 'roles'], []],
  [['confirmation', 'authContexts'], ['strong']],
  ...['never', {}, { days: ['mon'], from: '8:00', to: '20:00', utcOffset: '+09:00' }].map((value): Change => [
    [...ordinary, 'hours'],
    value,
  ]),
  [[...ordinary, 'hours'], { days: [], from: '08:00', to: '20:00', utcOffset: '+09:00' }],
  [[...ordinary, 'hours'], { days: ['mon'], from: '08:00', to: '24:00', utcOffset: '+09:00' }],
  [[...ordinary, 'hours'], { days: ['mon'], from: '08:00', to: '20:00', utcOffset: 'JST' }],
  ...['soleAdmin', 'breakGlass', 'guest', 'managementRestricted', 'bot'].flatMap((kind): Change[] => [
    [[...reset, kind], 'asOrdinary'],
    [[...reset, kind], undefined],
  ]),
  [[...ordinary, 'approver'], 'anybody'],
  [['limit'], {}],
  [[...reset, 'stranger'], 'never'],
  // What no policy may loosen about an administrator (S3, S4, S7).
  [[...privileged, 'howMany'], 1],
  [[...privileged, 'confirm'], 'card'],
  [[...privileged, 'proverMayApprove'], true],
  [[...privileged, 'approvers', 'roles'], ['authenticationAdministrator']],
];

describe('S30: an approval policy', () => {
  test('as it is in the box is sound, and has an answer for every remedy and every kind of person', () => {
    const read = parsePolicy({ name: 'policy.yaml', text: inTheBox });
    const rows = read.ok ? Object.entries(read.policy.remedies) : [];
    expect(rows.map(([remedy, kinds]) => [remedy, Object.keys(kinds).sort()])).toEqual(
      remedyKinds.map((remedy) => [remedy, [...personKinds].sort()]),
    );
  });

  test.each(
    bad.map(([at, value]) => ({
      at: at.join(' > '),
      value: value === undefined ? 'left out' : JSON.stringify(value),
      change: [at, value] as const,
    })),
  )('is refused where $at is $value, with the place named', ({ change }) => {
    const problems = problemsOf(changed(change));
    expect(problems).not.toEqual([]);
    expect(problems.filter((problem) => !problem.startsWith('policy.yaml:n '))).toEqual([]);
  });

  test('names everything that is wrong with it at once', () => {
    const wrong: readonly Change[] = [
      [['confirmation', 'withinSeconds'], 1],
      [['limits', 'requestsPerTenant'], 100_000],
      [[...ordinary, 'proverMayApprove'], 'false'],
      [[...ordinary, 'proofs'], ['sms']],
      [['remedies', 'remove-one-method', 'ordinary', 'howMany'], 0],
    ];
    const problems = problemsOf(changed(...wrong)).join('\n');
    const named = ['withinSeconds', 'requestsPerTenant', 'proverMayApprove', 'proofs', 'howMany'];
    expect(named.filter((name) => !problems.includes(name))).toEqual([]);
  });

  test('is refused where any of its lines is left out', () => {
    const paths: string[][] = [];
    const collect = (node: unknown, at: string[]): void => {
      if (!isMap(node)) return;
      for (const { key, value } of node.items) {
        const here = [...at, isScalar(key) ? String(key.value) : ''];
        paths.push(here);
        collect(value, here);
      }
    };
    collect(parseDocument(inTheBox).contents, []);
    // What may be left out: a pass's own settings, which the tenant's policy then decides.
    const optional = ['passLifetimeMinutes', 'passDelivery', 'groups'];
    const needed = paths.filter(
      // The inside of one remedy stands for that of all: they are read by the same schema.
      (at) => !optional.includes(at.at(-1) ?? '') && (at.length < 3 || at[1] === reset[1]),
    );
    const passed = needed.filter((at) => problemsOf(changed([at, undefined])).length === 0);
    expect([needed.length > 40, passed]).toEqual([true, []]);
  });

  test.each(['', '[]', 'a: [', '"text"', 'null'])('that reads %j is refused', (text) => {
    expect(problemsOf(text)).not.toEqual([]);
  });
});

describe('opening hours', () => {
  const tokyo: OpeningHours = {
    days: ['mon', 'tue', 'wed', 'thu', 'fri'],
    from: '08:00',
    to: '20:00',
    utcOffset: '+09:00',
  };
  const at = (text: string) => Date.parse(text);

  test.each([
    ['Monday, the first millisecond', '2027-03-01T08:00:00.000+09:00', true],
    ['Monday, a millisecond before', '2027-03-01T07:59:59.999+09:00', false],
    ['Friday, the last millisecond', '2027-03-05T19:59:59.999+09:00', true],
    ['Friday, the end itself', '2027-03-05T20:00:00.000+09:00', false],
    ['Saturday', '2027-03-06T12:00:00.000+09:00', false],
    ['Monday there while it is Sunday in UTC', '2027-02-28T23:30:00.000Z', true],
    ['a leap day', '2028-02-29T12:00:00.000+09:00', true],
    ['before 1970', '1969-12-31T12:00:00.000+09:00', true],
  ])('%s', (_when, moment, open) => {
    expect(isOpenAt(tokyo, at(moment))).toBe(open);
  });

  test('west of Greenwich the day is the earlier one', () => {
    const west: OpeningHours = { ...tokyo, utcOffset: '-03:30' };
    expect(isOpenAt(west, at('2027-03-06T00:00:00Z') - 30 * 60_000 - 1)).toBe(true);
    expect(isOpenAt(west, at('2027-03-06T00:00:00Z'))).toBe(false);
  });

  test('always is always, and depends on no time zone of the server', () => {
    const anyTime = fc.integer({ min: -2e12, max: 4e12 });
    fc.assert(
      fc.property(anyTime, (moment) => {
        const local = new Date(moment + 9 * 3_600_000);
        const weekday = local.getUTCDay() >= 1 && local.getUTCDay() <= 5;
        const open = weekday && local.getUTCHours() >= 8 && local.getUTCHours() < 20;
        expect([isOpenAt('always', moment), isOpenAt(tokyo, moment)]).toEqual([true, open]);
      }),
    );
  });
});
