export const weekDays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** Hours of the week, in a fixed offset from UTC: nothing depends on where the server stands. */
export interface OpeningHours {
  readonly days: readonly (typeof weekDays)[number][];
  /** `08:00`, this minute included. */
  readonly from: string;
  /** `20:00`, this minute not included. */
  readonly to: string;
  /** `+09:00`. */
  readonly utcOffset: string;
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** Whether a moment lies within the hours. */
export function isOpenAt(hours: 'always' | OpeningHours, now: number): boolean {
  if (hours === 'always') return true;
  const sign = hours.utcOffset.startsWith('-') ? -1 : 1;
  const local = now + sign * minutesOf(hours.utcOffset.slice(1)) * minuteMs;
  const day = Math.floor(local / dayMs);
  // 1 January 1970 was a Thursday.
  const weekDay = weekDays[(((day + 4) % 7) + 7) % 7];
  const minute = Math.floor((local - day * dayMs) / minuteMs);
  const open = minute >= minutesOf(hours.from) && minute < minutesOf(hours.to);
  return open && weekDay !== undefined && hours.days.includes(weekDay);
}

function minutesOf(time: string): number {
  const [hour, minute] = time.split(':').map(Number);
  return (hour ?? 0) * 60 + (minute ?? 0);
}
