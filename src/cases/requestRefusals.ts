import type { ApproverRefusal } from './approvalPolicy';
import type { TargetRefusal } from './personKind';
import type { ConfirmationRefusal } from './confirmation';
import type { PassRefusal } from './planPass';
import type { ProofRefusal } from './proofRules';
import type { ReregistrationRefusal } from './planReregistration';
import type { StateRefusal } from './requestDecisions';

/** Why the facts of the tenant leave nothing to plan. */
export type PlanRefusal = TargetRefusal | ReregistrationRefusal | PassRefusal;

/** Why a remedy cannot be asked for. */
export type RequestRefusal =
  | PlanRefusal
  | 'frozen'
  | 'redFlag'
  | 'remedySwitchedOff'
  | 'nobodyMayApprove'
  | 'unknownCase'
  | 'caseOfSomebodyElse';

/** Why a decision does not count. */
export type DecisionRefusal =
  | ApproverRefusal
  | TargetRefusal
  | StateRefusal
  | 'unknownRequest'
  | 'redFlag'
  | ProofRefusal
  | ConfirmationRefusal
  | 'outsideHours'
  | 'reasonMissing'
  | 'reasonTooLong';

/** Why a request cannot be taken back. */
export type WithdrawalRefusal = StateRefusal | 'unknownRequest' | 'notYourRequest';
