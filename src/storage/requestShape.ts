import { z } from 'zod/v4';
import { methodKinds, phoneTypes } from '../cases/authenticationMethod';
import {
  type PassPlan,
  type PlannedMethod,
  type PlanOf,
  remedyKinds,
  type ReregistrationPlan,
} from '../cases/remedyPlan';
import { personKinds } from '../cases/personKinds';
import {
  type Decision,
  doors,
  type JournalStep,
  type Proof,
  proofKinds,
  type RemedyRequest,
  requestStates,
} from '../cases/remedyRequest';
import type { EveryField } from './storedBody';

const plannedMethod = z.strictObject({
  id: z.string(),
  kind: z.enum(methodKinds),
  phoneType: z.enum(phoneTypes).optional(),
  label: z.string().optional(),
  isDefault: z.boolean(),
} satisfies EveryField<PlannedMethod>);

const riskFound = { level: z.string(), state: z.string() };

const plan = z.discriminatedUnion('remedy', [
  z.strictObject({
    remedy: z.literal('require-mfa-reregistration'),
    personId: z.string(),
    remove: z.array(plannedMethod),
    keep: z.array(plannedMethod),
    revokeSessions: z.boolean(),
  } satisfies EveryField<ReregistrationPlan>),
  z.strictObject({
    remedy: z.literal('issue-temporary-access-pass'),
    personId: z.string(),
    lifetimeInMinutes: z.int(),
    isUsableOnce: z.boolean(),
    replacesPassId: z.string().optional(),
    deletedByHand: z.literal(true).optional(),
    shownTo: z.literal('person').optional(),
  } satisfies EveryField<PassPlan>),
  z.strictObject({
    remedy: z.literal('mend-phone-number'),
    personId: z.string(),
    phone: plannedMethod,
    becomes: z.string().optional(),
    movesTo: z.enum(phoneTypes).optional(),
  } satisfies EveryField<PlanOf<'mend-phone-number'>>),
  z.strictObject({
    remedy: z.literal('remove-one-method'),
    personId: z.string(),
    remove: z.array(plannedMethod),
    keep: z.array(plannedMethod),
    revokeSessions: z.boolean(),
  } satisfies EveryField<PlanOf<'remove-one-method'>>),
  z.strictObject({
    remedy: z.literal('exclude-for-a-time'),
    personId: z.string(),
    groupId: z.string(),
    groupName: z.string(),
    minutes: z.int(),
    restoresItself: z.boolean(),
  } satisfies EveryField<PlanOf<'exclude-for-a-time'>>),
  z.strictObject({ remedy: z.literal('dismiss-user-risk'), personId: z.string(), ...riskFound }),
  z.strictObject({ remedy: z.literal('confirm-user-risk'), personId: z.string(), ...riskFound }),
  z.strictObject({ remedy: z.literal('enable-account'), personId: z.string() }),
  z.strictObject({ remedy: z.literal('revoke-sessions'), personId: z.string() }),
]);

const decision = z.strictObject({
  decision: z.enum(['approved', 'denied']),
  approverId: z.string(),
  approverName: z.string(),
  at: z.int(),
  reason: z.string(),
  proof: z.enum(proofKinds).optional(),
} satisfies EveryField<Decision>);

const proof = z.strictObject({
  kind: z.enum(proofKinds),
  proverId: z.string(),
  proverName: z.string(),
  at: z.int(),
} satisfies EveryField<Proof>);

const journalStep = z.strictObject({
  step: z.string(),
  outcome: z.enum(['started', 'done', 'already-done', 'failed', 'would-have']),
  at: z.int(),
  fault: z.string().optional(),
} satisfies EveryField<JournalStep>);

/** Raise `schema` with every change of a stored request's shape, and read the older one as well (SECURITY S28). */
export const requestShape = {
  schema: 3,
  /**
   * Shape 1 knew neither doors nor proofs nor quorums: what it holds as approved has to be approved anew.
   * Shape 2 grew by more remedies and by fields that may be absent.
   */
  reads: [1, 2],
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
    door: z.enum(doors).default('own'),
    personKind: z.enum(personKinds).optional(),
    phrase: z.string().optional(),
    wrongPhrases: z.int().optional(),
    proof: proof.optional(),
    approvals: z.array(decision).default([]),
    confirmationsUsed: z.array(z.string()).optional(),
    decision: decision.optional(),
    journal: z.array(journalStep),
    dryRun: z.literal(true).optional(),
    afterwards: z.array(journalStep).optional(),
  } satisfies EveryField<RemedyRequest>) satisfies z.ZodType<RemedyRequest>,
};
