import { weekDays } from './policy/openingHours';
import type { OnCallEntry } from './onCall';

type Parsed =
  | { readonly ok: true; readonly entries: readonly OnCallEntry[] }
  | { readonly ok: false; readonly problems: readonly string[] };

const objectId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
const span = /^(?<from>(?:[01]\d|2[0-3]):[0-5]\d)-(?<to>(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/u;

/**
 * Reads `OBJECT-ID mon-fri 09:00-18:00; OBJECT-ID sat,sun 10:00-16:00; OBJECT-ID always`, or names everything that is
 * wrong with it at once. People are named by object id alone: a name or an address may become somebody else's.
 */
export function parseOnCall(text: string): Parsed {
  const said = text
    .toLowerCase()
    .split(';')
    .map((entry) => entry.trim().split(/\s+/u))
    .filter(([first]) => first !== '');
  const read = said.map((words, place) => readEntry(words, `entry ${String(place + 1)}`));
  const problems = read.flatMap((entry) => entry.problems);
  const entries = read.flatMap((entry) => entry.entry ?? []);
  return problems.length === 0 ? { ok: true, entries } : { ok: false, problems };
}

function readEntry([personId = '', ...when]: readonly string[], which: string): Read {
  const { hours, problems } = readWhen(when, which);
  const unknown = objectId.test(personId) ? [] : [`${which}: ${personId} is not an Entra object id`];
  return {
    problems: [...unknown, ...problems],
    entry: hours === undefined ? undefined : { personId, hours },
  };
}

interface Read {
  readonly problems: readonly string[];
  readonly entry: OnCallEntry | undefined;
}

function readWhen(
  [dayWords = '', hourWords = '', ...more]: readonly string[],
  which: string,
): { readonly problems: readonly string[]; readonly hours?: OnCallEntry['hours'] } {
  if (dayWords === 'always' && hourWords === '') return { problems: [], hours: 'always' };
  if (hourWords === '' || more.length > 0) {
    const example = '"always" or in days and hours, such as "mon-fri 09:00-18:00"';
    return { problems: [`${which} must end in ${example}`] };
  }
  const [days, hours] = [readDays(dayWords), readHours(hourWords)];
  if (days !== undefined && hours !== undefined) return { problems: [], hours: { days, ...hours } };
  const noDays = `${which}: ${dayWords} is no list of days such as mon-fri or sat,sun`;
  const noHours = `${which}: ${hourWords} must be hours of one day such as 09:00-18:00, the later one last`;
  return { problems: [...(days === undefined ? [noDays] : []), ...(hours === undefined ? [noHours] : [])] };
}

/** `mon-fri`, `sat,sun`, `fri-mon`. */
function readDays(words: string): (typeof weekDays)[number][] | undefined {
  const ranges = words.split(',').map((range) => {
    const [first = '', last = first, ...more] = range.split('-');
    const [begin, end] = [indexOfDay(first), indexOfDay(last)];
    if (begin < 0 || end < 0 || more.length > 0) return undefined;
    const length = ((end - begin + 7) % 7) + 1;
    return Array.from({ length }, (_none, step) => weekDays[(begin + step) % 7]).filter(
      (day) => day !== undefined,
    );
  });
  return ranges.includes(undefined) ? undefined : [...new Set(ranges.flatMap((range) => range ?? []))];
}

function indexOfDay(word: string): number {
  return weekDays.findIndex((day) => day === word);
}

function readHours(words: string): { readonly from: number; readonly to: number } | undefined {
  const groups = span.exec(words)?.groups;
  if (groups === undefined) return undefined;
  const [from, to] = [minutesOf(groups['from'] ?? ''), minutesOf(groups['to'] ?? '')];
  return from < to ? { from, to } : undefined;
}

function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}
