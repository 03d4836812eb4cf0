import type { Language } from '../cases/language';

/** A day off by name, so that people can be told why nobody answers; undefined for a working day. */
export type DayOff = Readonly<Record<Language, string>> | undefined;

/** Public holidays of a country by day (`2026-11-23`), with their names. */
export type Holidays = (country: string, day: string) => DayOff;

interface Calendar {
  readonly country: string;
  readonly timeZone: string;
  readonly holidays: Holidays;
}

const dayMs = 24 * 60 * 60_000;
const callAtHour = 10;

const weekend: Readonly<Record<string, DayOff>> = {
  Sat: { ja: '土曜日', en: 'Saturday' },
  Sun: { ja: '日曜日', en: 'Sunday' },
};

/** The local day at a moment, `2026-11-23`, and its name of the week. */
function localDay(timeZone: string, at: number): { readonly day: string; readonly week: string } {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    weekday: 'short',
  }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return { day: `${part('year')}-${part('month')}-${part('day')}`, week: part('weekday') };
}

/** Why it is a day off there, or undefined where people work. */
export function dayOffAt({ country, holidays, timeZone }: Calendar, at: number): DayOff {
  const { day, week } = localDay(timeZone, at);
  return weekend[week] ?? holidays(country, day);
}

/** When to call next: at ten on the next working day after that moment, by the clock of the country. */
export function nextCallAt(
  calendar: Calendar,
  after: number,
): { readonly at: number; readonly day: string; readonly off: readonly NamedDay[] } {
  const off: NamedDay[] = [];
  for (let later = 1; ; later += 1) {
    const at = atHour(calendar.timeZone, after + later * dayMs);
    const why = dayOffAt(calendar, at);
    const { day } = localDay(calendar.timeZone, at);
    if (why === undefined) return { at, day, off };
    off.push({ day, why });
  }
}

export interface NamedDay {
  readonly day: string;
  readonly why: NonNullable<DayOff>;
}

/** That hour on the local day of a moment. */
function atHour(timeZone: string, moment: number): number {
  const { day } = localDay(timeZone, moment);
  const asIfUtc = Date.parse(`${day}T${String(callAtHour)}:00:00Z`);
  return asIfUtc - offsetMs(timeZone, asIfUtc);
}

/** How far local clocks are ahead of UTC. */
function offsetMs(timeZone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '00';
  const local = `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:00Z`;
  return Date.parse(local) - at;
}
