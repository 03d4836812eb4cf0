import { z } from 'zod/v4';
import { methodKinds } from '../cases/authenticationMethod';
import { remedyKinds } from '../cases/remedyPlan';
import { proofKinds, type RemedyRequest, requestStates } from '../cases/remedyRequest';

const plannedMethod = z.strictObject({
  id: z.string(),
  kind: z.enum(methodKinds),
  phoneType: z.enum(['mobile', 'alternateMobile', 'office']).optional(),
  label: z.string().optional(),
  isDefault: z.boolean(),
});

const plan = z.discriminatedUnion('remedy', [
  z.strictObject({
    remedy: z.literal('require-mfa-reregistration'),
    personId: z.string(),
    remove: z.array(plannedMethod),
    keep: z.array(plannedMethod),
    revokeSessions: z.boolean(),
  }),
  z.strictObject({
    remedy: z.literal('issue-temporary-access-pass'),
    personId: z.string(),
    lifetimeInMinutes: z.int(),
    isUsableOnce: z.boolean(),
    replacesPassId: z.string().optional(),
  }),
]);

const decision = z.strictObject({
  decision: z.enum(['approved', 'denied']),
  approverId: z.string(),
  approverName: z.string(),
  at: z.int(),
  reason: z.string(),
  proof: z.enum(proofKinds).optional(),
});

const journalStep = z.strictObject({
  step: z.string(),
  outcome: z.enum(['started', 'done', 'already-done', 'failed']),
  at: z.int(),
  fault: z.string().optional(),
});

/** Raise `schema` with every change of a stored request's shape, and read the older one as well (SECURITY S28). */
export const requestShape = {
  schema: 1,
  type: z.strictObject({
    tenantId: z.string(),
    id: z.string(),
    number: z.string(),
    caseId: z.string(),
    state: z.enum(requestStates),
    version: z.int(),
    remedy: z.enum(remedyKinds),
    personId: z.string(),
    personName: z.string(),
    personUpn: z.string(),
    personLanguage: z.enum(['ja', 'en']),
    requesterId: z.string(),
    openerId: z.string(),
    alsoAskedBy: z.array(z.string()).optional(),
    plan,
    digest: z.string(),
    createdAt: z.int(),
    expiresAt: z.int(),
    decision: decision.optional(),
    journal: z.array(journalStep),
  }) satisfies z.ZodType<RemedyRequest>,
};
