import { z } from 'zod/v4';
import { isTimeZone } from './cases/onCall';
import { parseOnCall } from './cases/parseOnCall';

/** People who take cases, by object id, with their hours; everything that is wrong in the list is named at once. */
export const onCall = z.string().transform((value, context) => {
  const parsed = parseOnCall(value);
  if (parsed.ok) return parsed.entries;
  for (const message of parsed.problems) context.addIssue({ code: 'custom', message });
  return z.NEVER;
});
/** As the time-zone database names it. */
export const timeZone = z.string().refine(isTimeZone, 'must be a time zone such as Asia/Tokyo');
