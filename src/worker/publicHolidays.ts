import { holidays as japan } from '@holiday-jp/holiday_jp';
import type { Holidays } from './businessDays';

/** Japan's public holidays, from a list that follows the law. Of other countries only weekends are known, and that is said. */
export function publicHolidays(): Holidays {
  const byDay = new Map(
    Object.entries(japan).map(
      ([day, { name, name_en: english }]) => [day, { ja: name, en: english }] as const,
    ),
  );
  return (country, day) => (country === 'JP' ? byDay.get(day) : undefined);
}
