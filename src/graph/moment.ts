import { z } from 'zod/v4';

/** A time as Graph writes it, as epoch milliseconds. */
export const moment = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));

/** A time in a `$filter`: unquoted, in UTC. */
export function filterTime(at: number): string {
  return new Date(at).toISOString();
}
