import { z } from 'zod/v4';

/** Graph says "nothing" by null and by leaving out: both are undefined here. */
export function maybe<T>(schema: z.ZodType<T>) {
  return schema.nullish().transform((found) => found ?? undefined);
}

export const maybeText = maybe(z.string());
export const maybeTrue = maybe(z.boolean());
