import { weekDays } from './policy/openingHours';

type WeekDay = (typeof weekDays)[number];

/** One of the people who take cases, and when: on these days, from and to in minutes after midnight. */
export interface OnCallEntry {
  readonly personId: string;
  readonly hours:
    'always' | { readonly days: readonly WeekDay[]; readonly from: number; readonly to: number };
}

/** Who takes cases and when, in the time of one place. Nobody named means that whoever reads the channel may be there at any time. */
export interface OnCall {
  readonly timeZone: string;
  readonly entries: readonly OnCallEntry[];
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** Who is on call at a moment, each once. */
export function onCallAt({ entries, timeZone }: OnCall, now: number): readonly string[] {
  const local = localTime(timeZone, now);
  const there = entries.filter(({ hours }) => hours === 'always' || isWithin(hours, local));
  return [...new Set(there.map(({ personId }) => personId))];
}

/** When somebody is there: now, or the next moment at which somebody's hours begin. */
export function somebodyThereAt(onCall: OnCall, now: number): number {
  if (onCall.entries.length === 0 || onCallAt(onCall, now).length > 0) return now;
  const beginnings = onCall.entries.flatMap(({ hours }) =>
    hours === 'always' ? [] : beginningsAfter(onCall.timeZone, hours.from, now),
  );
  // Parsing has refused hours that never come: within eight days one of them begins.
  const next = beginnings.sort((a, b) => a - b).find((at) => onCallAt(onCall, at).length > 0);
  return next ?? now;
}

/** A moment as a clock at the place shows it: `2026-11-26 18:30`. */
export function clockTime(timeZone: string, at: number): string {
  const { date, minute } = localTime(timeZone, at);
  return `${date} ${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;
}

/** Whether this machine knows a time zone of that name. */
export function isTimeZone(name: string): boolean {
  try {
    return formatFor(name).resolvedOptions().timeZone !== '';
  } catch (thrown) {
    if (thrown instanceof RangeError) return false;
    throw thrown;
  }
}

interface LocalTime {
  readonly day: WeekDay;
  readonly minute: number;
  readonly date: string;
}

function isWithin(hours: Exclude<OnCallEntry['hours'], 'always'>, { day, minute }: LocalTime): boolean {
  return hours.days.includes(day) && minute >= hours.from && minute < hours.to;
}

/** That minute of today and of each of the eight days after it, as far as they are still to come. */
function beginningsAfter(timeZone: string, minute: number, now: number): number[] {
  const days = Array.from({ length: 9 }, (_none, day) => now + day * dayMs);
  return days.map((day) => atMinute(timeZone, day, minute)).filter((at) => at > now);
}

/** The moment of a day at which its clock shows that minute; by steps, because the day may have a change of time. */
function atMinute(timeZone: string, day: number, minute: number): number {
  const start = Math.floor(day / minuteMs) * minuteMs;
  const once = start + (minute - localTime(timeZone, start).minute) * minuteMs;
  return once + (minute - localTime(timeZone, once).minute) * minuteMs;
}

function localTime(timeZone: string, at: number): LocalTime {
  const parts = new Map(
    formatFor(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  const shown = part('weekday').toLowerCase();
  return {
    day: weekDays.find((day) => day === shown) ?? 'sun',
    minute: Number(part('hour')) * 60 + Number(part('minute')),
    date: `${part('year')}-${part('month')}-${part('day')}`,
  };
}

function formatFor(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
