import type { Logger } from 'pino';
import type { ApproverList } from '../cases/approvalPolicy';
import type { LaterStep } from '../cases/laterSteps';
import type { ProtectedAccounts } from '../cases/personKind';
import type { Language } from '../cases/language';
import type { ApprovalPolicy } from '../cases/policy/policyTable';
import type { RemedyKind } from '../cases/remedyPlan';
import type { Clock } from '../ports/clock';
import type { Directory } from '../ports/directory';
import type { Store } from '../ports/store';
import type { Randomness } from './randomness';

/** The policy of requests and approvals, from start-up configuration. */
export interface ApprovalSettings extends ApproverList, ProtectedAccounts {
  /** The remedies that the bot may do with its own application permission. */
  readonly applicationRemedies: readonly RemedyKind[];
  /** The remedies that it may do in the name of the approver, who signs in for it; what is in neither list is off. */
  readonly delegatedRemedies?: readonly RemedyKind[] | undefined;
  /** Remedy × kind of person: who may approve, how many, on which proof. */
  readonly policy: ApprovalPolicy;
  /** How long a request waits at most; a policy row may say less. */
  readonly requestValidMs: number;
  /** The longest lifetime of a pass that is wished for; a policy row may say less, the tenant's policy has the last word. */
  readonly passLifetimeMinutes: number;
  /** The ordinary group that Conditional Access policies exclude; without it nobody is excluded for a time. */
  readonly exclusionGroupId?: string | undefined;
  /** Everything as always, but nothing is written in the tenant. */
  readonly dryRun?: boolean | undefined;
  /** What Monban may do later with its own permission; for the rest an administrator is reminded. */
  readonly laterSteps: readonly LaterStep[];
}

/** What everything that can be done to a request needs. */
export interface RequestDeps {
  readonly store: Store;
  readonly directory: Directory;
  readonly clock: Clock;
  readonly random: Randomness;
  readonly approvals: ApprovalSettings;
  readonly tenantId: string;
  readonly staffLanguage: Language;
  /** How to reach the helpdesk without the bot. */
  readonly helpdeskContact?: string | undefined;
  readonly log: Logger;
}
