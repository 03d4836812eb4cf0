import { z } from 'zod/v4';
import { remedyKinds } from '../remedyPlan';
import { proofKinds } from '../remedyRequest';
import { roleNames } from '../roleMatrix';
import { weekDays } from './openingHours';
import { type ApprovalPolicy, noRemedyAnswers, type PolicyRow } from './policyTable';

const between = (least: number, most: number) => {
  const range = `must be from ${String(least)} to ${String(most)}`;
  return z.int('must be a whole number').min(least, range).max(most, range);
};
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u, 'must be a time such as 08:00');
const whoMay = z.strictObject({
  roles: z.array(z.enum(roleNames)).min(1),
  groups: z.array(z.guid('must be an Entra object id').toLowerCase()).default([]),
});

const hours = z.union([
  z.literal('always'),
  z.strictObject({
    days: z.array(z.enum(weekDays)).min(1),
    from: time,
    to: time,
    utcOffset: z.string().regex(/^[+-](0\d|1[0-4]):[0-5]\d$/u, 'must be an offset such as +09:00'),
  }),
]);

const row = z.strictObject({
  approvers: whoMay,
  howMany: between(1, 5),
  proofs: z.array(z.enum(proofKinds)).min(1),
  proofValidMinutes: between(5, 480),
  proverMayApprove: z.boolean('must be true or false'),
  requestValidMinutes: between(5, 1440),
  hours,
  confirm: z.enum(['sign-in', 'card']),
  passLifetimeMinutes: between(10, 480).optional(),
  passDelivery: z.enum(['approver', 'person']).optional(),
}) satisfies z.ZodType<PolicyRow>;

const none = z.enum(noRemedyAnswers);
const answer = z.union([none, row]);

/** A row for every kind of person: one that is missing is a mistake, never a gap that something slips through. */
const kinds = z
  .strictObject({
    ordinary: answer,
    synced: z.union([z.enum([...noRemedyAnswers, 'asOrdinary']), row]),
    privileged: answer,
    // For these no policy can allow anything: what is written here is only who helps instead.
    soleAdmin: none,
    breakGlass: none,
    guest: none,
    managementRestricted: none,
    bot: none,
  })
  .transform(({ synced, ...others }) => ({
    ...others,
    synced: synced === 'asOrdinary' ? others.ordinary : synced,
  }));

/** What a policy file holds. Everything is bounded: no edit makes the rules looser than these (SECURITY S30). */
export const policySchema: z.ZodType<ApprovalPolicy> = z.strictObject({
  confirmation: z.strictObject({
    withinSeconds: between(60, 900),
    authContexts: z.array(z.string().regex(/^c\d{1,2}$/u, 'must be an authentication context such as c1')),
  }),
  limits: z.strictObject({
    windowMinutes: between(10, 1440),
    requestsPerRequester: between(1, 100),
    requestsPerTarget: between(1, 100),
    requestsPerTenant: between(1, 1000),
    decisionsPerApprover: between(1, 1000),
    approvalsPerPair: between(1, 100),
    pairWindowHours: between(1, 720),
  }),
  security: whoMay,
  remedies: z.record(z.enum(remedyKinds), kinds),
});
