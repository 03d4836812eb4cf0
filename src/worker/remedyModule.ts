import type { PlanOf, RemedyKind } from '../cases/remedyPlan';
import type { RemedyRun } from './remedyRun';
import type { RequestWorkerDeps } from './requestWorkerDeps';

/**
 * How one kind of remedy is executed. What is common to all (the claim, the check before the first write, the digest,
 * the journal) is done before a module gets the run.
 */
export interface RemedyModule<Kind extends RemedyKind> {
  /** Does what is planned, step by step, and ends the run. Started again after a crash it goes on from the journal. */
  execute(deps: RequestWorkerDeps, run: RemedyRun, plan: PlanOf<Kind>): Promise<void>;
  /** Ends a run that must not go on (its last step says why): takes back what may not stay, and reports the rest as it is. */
  stop(deps: RequestWorkerDeps, run: RemedyRun, plan: PlanOf<Kind>): Promise<void>;
  /** Ends a run that nobody ended in time. */
  settle(deps: RequestWorkerDeps, run: RemedyRun, plan: PlanOf<Kind>): Promise<void>;
}
