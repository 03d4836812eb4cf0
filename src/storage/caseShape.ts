import { z } from 'zod/v4';
import type { Case } from '../cases/case';
import { handoffReasons } from '../cases/handoff';
import type { EveryField } from './storedBody';

/** Raise `schema` with every change of a stored case's shape, and read the older one as well (SECURITY S28). */
export const caseShape = {
  schema: 3,
  /** Each earlier shape grew by fields that may be absent: what it holds of them is right, what it lacks nobody had said. */
  reads: [1, 2],
  type: z.strictObject({
    tenantId: z.string(),
    id: z.string(),
    number: z.string(),
    state: z.enum(['triage', 'diagnosed', 'withStaff', 'remedyRequested', 'resolved', 'closed']),
    version: z.int(),
    personId: z.string(),
    openerId: z.string(),
    ownerId: z.string().optional(),
    language: z.enum(['ja', 'en']),
    findings: z.array(
      z.strictObject({
        finding: z.string(),
        values: z.array(z.string()),
        origin: z.enum(['opening', 'person', 'tenant']),
        source: z.string().optional(),
        at: z.int().optional(),
      }),
    ),
    notAvailable: z
      .array(z.strictObject({ what: z.string(), why: z.string(), needs: z.string().optional() }))
      .optional(),
    causes: z.array(z.string()),
    route: z.string().optional(),
    redFlags: z.array(z.string()).optional(),
    flagsCleared: z.array(z.string()).optional(),
    confirmedCause: z.string().optional(),
    handoff: z
      .strictObject({
        reason: z.enum(handoffReasons),
        at: z.int(),
        tried: z.array(z.string()),
        toldAt: z.int().optional(),
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
        owner: z.strictObject({ name: z.string(), since: z.int() }).optional(),
        notes: z
          .array(z.strictObject({ at: z.int(), byId: z.string(), byName: z.string(), text: z.string() }))
          .optional(),
      })
      .optional(),
    createdAt: z.int(),
    updatedAt: z.int(),
  } satisfies EveryField<Case>) satisfies z.ZodType<Case>,
};
