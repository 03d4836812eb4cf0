import { z } from 'zod/v4';
import { mfaOutcomes } from './mfaOutcome';

/*
 * What is kept of the tenant's records, for a while and to be looked up: only what a finding is made of.
 * No name, no address, no phone number, no text of Microsoft's.
 */

const policyTargets = {
  includes: z.union([z.literal('all'), z.array(z.string())]),
  excludes: z.array(z.string()),
};
const ids = z.object({ includes: z.array(z.string()), excludes: z.array(z.string()) });

export const keptSignIn = z.object({
  at: z.number(),
  errorCode: z.number(),
  mfaOutcome: z.enum(mfaOutcomes).optional(),
  conditionalAccess: z.enum(['success', 'failure', 'notApplied', 'unknown']),
  /** The policies that said no. */
  refusedBy: z.array(z.object({ id: z.string(), demanded: z.array(z.string()) })),
  /** An old protocol that cannot ask for a second factor. */
  legacyClient: z.boolean(),
  /** The organisation knows the device: what happens on it is hardly a stranger's doing. */
  ownDevice: z.boolean(),
  countryOrRegion: z.string().optional(),
  /** Whose tenant was signed in to, where both are told. */
  place: z.enum(['own', 'other', 'asGuest']).optional(),
});
export type KeptSignIn = z.infer<typeof keptSignIn>;

const preferredMethods = [
  'push',
  'oath',
  'voiceMobile',
  'voiceAlternateMobile',
  'voiceOffice',
  'sms',
] as const;

export const keptRegistration = z.object({
  methodsRegistered: z.array(z.string()),
  preferredMethod: z.enum(preferredMethods).optional(),
  systemPreferredMethods: z.array(z.string()),
  canResetPassword: z.boolean().optional(),
  isAdmin: z.boolean(),
  updatedAt: z.number().optional(),
});
export type KeptRegistration = z.infer<typeof keptRegistration>;

const riskLevel = z.enum(['none', 'low', 'medium', 'high', 'hidden', 'unknown']);
const riskState = z.enum([
  'none',
  'confirmedSafe',
  'remediated',
  'dismissed',
  'atRisk',
  'confirmedCompromised',
  'unknown',
]);

export const keptRiskyUser = z.object({ level: riskLevel, state: riskState });
export type KeptRiskyUser = z.infer<typeof keptRiskyUser>;

export const keptRiskDetection = z.object({
  kind: z.string(),
  level: riskLevel,
  state: riskState,
  at: z.number(),
});
export type KeptRiskDetection = z.infer<typeof keptRiskDetection>;

export const keptMethodPolicies = z.object({
  methods: z.array(z.object({ id: z.string(), enabled: z.boolean(), ...policyTargets })),
});
export type KeptMethodPolicies = z.infer<typeof keptMethodPolicies>;

export const keptConditionalAccess = z.array(
  z.object({
    id: z.string(),
    state: z.enum(['enabled', 'disabled', 'reportOnly']),
    createdAt: z.number().optional(),
    users: z.object(policyTargets),
    groups: ids,
    demands: z.array(z.string()),
    registration: z.boolean(),
    byLocation: z.boolean(),
  }),
);
export type KeptConditionalAccess = z.infer<typeof keptConditionalAccess>;

const serviceIssue = z.object({
  id: z.string(),
  service: z.string(),
  kind: z.enum(['incident', 'advisory']),
  startedAt: z.number(),
});

export const keptServiceHealth = z.object({
  services: z.array(
    z.object({
      name: z.string(),
      about: z.enum(['entra', 'teams', 'suite']),
      operational: z.boolean(),
    }),
  ),
  openIssues: z.array(serviceIssue),
});
export type KeptServiceHealth = z.infer<typeof keptServiceHealth>;

export const keptDomains = z.array(
  z.object({
    name: z.string(),
    federated: z.boolean(),
    passwordValidityDays: z.number().optional(),
  }),
);
export type KeptDomains = z.infer<typeof keptDomains>;
