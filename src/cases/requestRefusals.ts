import type { ApproverRefusal } from './approvalPolicy';
import type { ConfirmationRefusal } from './confirmation';
import type { TargetRefusal } from './personKind';
import type { EnablingRefusal } from './planEnabling';
import type { ExclusionRefusal } from './planExclusion';
import type { MethodRemovalRefusal } from './planMethodRemoval';
import type { PassRefusal } from './planPass';
import type { PhoneMendRefusal } from './planPhoneMend';
import type { ReregistrationRefusal } from './planReregistration';
import type { ProofRefusal } from './proofRules';
import type { RiskRefusal } from './planRisk';
import type { StateRefusal } from './requestDecisions';

/** Why the facts of the tenant leave nothing to plan. */
export type PlanRefusal =
  | TargetRefusal
  | ReregistrationRefusal
  | PassRefusal
  | PhoneMendRefusal
  | MethodRemovalRefusal
  | ExclusionRefusal
  | RiskRefusal
  | EnablingRefusal;

/** Why a remedy cannot be asked for. */
export type RequestRefusal =
  | PlanRefusal
  | 'frozen'
  | 'redFlag'
  | 'incidentOpen'
  | 'stopped'
  | 'tooManyRequests'
  | 'remedySwitchedOff'
  | 'nobodyMayApprove'
  | 'unknownCase'
  | 'caseOfSomebodyElse'
  | 'personNotReachable'
  | 'notTheRest';

/** Why a decision does not count. */
export type DecisionRefusal =
  | ApproverRefusal
  | TargetRefusal
  | StateRefusal
  | ProofRefusal
  | ConfirmationRefusal
  | 'unknownRequest'
  | 'redFlag'
  | 'stopped'
  | 'tooManyDecisions'
  | 'outsideHours'
  | 'reasonMissing'
  | 'reasonTooLong';

/** Why a proof of identity is not written down. */
export type RecordProofRefusal =
  ProofRefusal | ConfirmationRefusal | TargetRefusal | StateRefusal | 'unknownRequest';

/** Why a request cannot be taken back. */
export type WithdrawalRefusal = StateRefusal | 'unknownRequest' | 'notYourRequest';
