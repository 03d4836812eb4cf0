import type { ConfirmationRules } from '../confirmation';
import type { PersonKind } from '../personKinds';
import type { RemedyKind } from '../remedyPlan';
import type { ProofKind } from '../remedyRequest';
import type { RoleName } from '../roleMatrix';
import type { OpeningHours } from './openingHours';

/** Who may do something: whoever holds one of the roles now, and is in one of the groups where any is named. */
export interface WhoMay {
  readonly roles: readonly RoleName[];
  readonly groups: readonly string[];
}

/** What has to be so before a remedy is done to a person of some kind. */
export interface PolicyRow {
  readonly approvers: WhoMay;
  /** How many different people have to approve. */
  readonly howMany: number;
  /** The proofs of identity that suffice. */
  readonly proofs: readonly ProofKind[];
  readonly proofValidMinutes: number;
  /** Whether the one who made sure of the identity may approve as well. */
  readonly proverMayApprove: boolean;
  readonly requestValidMinutes: number;
  readonly hours: 'always' | OpeningHours;
  /** `sign-in`: only with a fresh sign-in. `card`: the press of the button is enough (application permission). */
  readonly confirm: 'sign-in' | 'card';
  /** Passes only. */
  readonly passLifetimeMinutes?: number | undefined;
  /** Passes only: who is shown the pass. */
  readonly passDelivery?: 'approver' | 'person' | undefined;
}

/** Why a remedy is not to be had for a kind of person at all, and who helps instead. */
export const noRemedyAnswers = ['never', 'staff', 'otherOrganisation', 'microsoftRoute'] as const;
export type NoRemedy = (typeof noRemedyAnswers)[number];

/** How often something may happen, counted in the store, so that a restart forgets nothing (SECURITY S4, S19). */
export interface PolicyLimits {
  readonly windowMinutes: number;
  readonly requestsPerRequester: number;
  readonly requestsPerTarget: number;
  readonly requestsPerTenant: number;
  readonly decisionsPerApprover: number;
  /** So many approvals of the same two people are usual; the next one raises an alarm. */
  readonly approvalsPerPair: number;
  readonly pairWindowHours: number;
}

/** Remedy × kind of person, and what holds for all of them. */
export interface ApprovalPolicy {
  readonly confirmation: ConfirmationRules;
  readonly limits: PolicyLimits;
  /** Who may decide about a red flag or a frozen request. */
  readonly security: WhoMay;
  readonly remedies: Readonly<Record<RemedyKind, Readonly<Record<PersonKind, NoRemedy | PolicyRow>>>>;
}
