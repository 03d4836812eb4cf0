import { clockTime, isTimeZone, onCallAt, somebodyThereAt } from '../../src/cases/onCall';
import { parseOnCall } from '../../src/cases/parseOnCall';

const yu = '00000000-0000-4000-8000-000000000024';
const dan = '00000000-0000-4000-8000-000000000025';

function onCall(text: string, timeZone = 'Asia/Tokyo') {
  const parsed = parseOnCall(text);
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
  return { timeZone, entries: parsed.entries };
}

/** Thursday, 26 November 2026, on a clock in Tokyo. */
const thursday = (hour: number, minute = 0) => Date.UTC(2026, 10, 26, hour - 9, minute);

describe('who is on call', () => {
  const week = onCall(`${yu} mon-fri 09:00-18:00; ${dan} sat,sun 10:00-16:00`);

  test.each([
    ['a minute before the hours', thursday(8, 59), []],
    ['at their first minute', thursday(9), [yu]],
    ['in their last minute', thursday(17, 59), [yu]],
    ['at their end', thursday(18), []],
    ['on Saturday', thursday(48 + 12), [dan]],
  ])('%s', (_when, now, ids) => {
    expect(onCallAt(week, now)).toEqual(ids);
  });

  test('comes next on the following morning, and after Friday evening on Saturday', () => {
    expect(clockTime('Asia/Tokyo', somebodyThereAt(week, thursday(20)))).toBe('2026-11-27 09:00');
    expect(clockTime('Asia/Tokyo', somebodyThereAt(week, thursday(24 + 19)))).toBe('2026-11-28 10:00');
  });

  test('is there at once where somebody always is, and where nobody is named', () => {
    expect(somebodyThereAt(onCall(`${yu} always`), thursday(3))).toBe(thursday(3));
    expect(somebodyThereAt(onCall(''), thursday(3))).toBe(thursday(3));
  });

  test('comes at the clock time of the place, also on the day on which the clock is changed', () => {
    const berlin = onCall(`${yu} mon 09:00-17:00`, 'Europe/Berlin');
    // Clocks went forward on Sunday, 28 March 2027.
    const saturday = Date.UTC(2027, 2, 27, 12);
    expect(somebodyThereAt(berlin, saturday)).toBe(Date.UTC(2027, 2, 29, 7));
  });
});

test('everything that is wrong in a list is named at once, with its entry', () => {
  const parsed = parseOnCall(`yu@example.com mon-fri 09:00-18:00; ${dan} someday 18:00-09:00; ${yu}`);
  expect(parsed).toEqual({
    ok: false,
    problems: [
      'entry 1: yu@example.com is not an Entra object id',
      'entry 2: someday is no list of days such as mon-fri or sat,sun',
      'entry 2: 18:00-09:00 must be hours of one day such as 09:00-18:00, the later one last',
      'entry 3 must end in "always" or in days and hours, such as "mon-fri 09:00-18:00"',
    ],
  });
});

test('days may run over the end of the week, and hours to midnight', () => {
  expect(parseOnCall(`${yu} sat-mon 20:00-24:00`)).toEqual({
    ok: true,
    entries: [{ personId: yu, hours: { days: ['sat', 'sun', 'mon'], from: 1200, to: 1440 } }],
  });
});

test('a time zone is one that this machine knows', () => {
  expect([isTimeZone('Asia/Tokyo'), isTimeZone('Asia/Hanamachi')]).toEqual([true, false]);
});
