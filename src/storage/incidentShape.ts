import { z } from 'zod/v4';
import type { Incident } from '../cases/incident';
import type { EveryField } from './storedBody';

/** Raise `schema` with every change of a stored incident's shape, and read the older one as well (SECURITY S28). */
export const incidentShape = {
  schema: 1,
  type: z.strictObject({
    tenantId: z.string(),
    id: z.string(),
    number: z.string(),
    state: z.enum(['open', 'over']),
    version: z.int(),
    reason: z.string(),
    kind: z.enum(['service', 'code', 'cause']),
    what: z.string(),
    people: z.int(),
    createdAt: z.int(),
    updatedAt: z.int(),
    card: z
      .strictObject({
        address: z.strictObject({
          tenantId: z.string(),
          serviceUrl: z.string(),
          conversationId: z.string(),
          kind: z.enum(['personal', 'channel']),
        }),
        activityId: z.string(),
      })
      .optional(),
  } satisfies EveryField<Incident>) satisfies z.ZodType<Incident>,
};
