import type { PlanOf, RemedyKind } from '../cases/remedyPlan';
import type { RemedyModule } from './remedyModule';
import type { RemedyRun } from './remedyRun';
import type { RequestWorkerDeps } from './requestWorkerDeps';
import { passModule } from './runPass';
import { reregistrationModule } from './runReregistration';

/** Who executes which kind of remedy. */
const remedyModules: { readonly [Kind in RemedyKind]: RemedyModule<Kind> } = {
  'require-mfa-reregistration': reregistrationModule,
  'issue-temporary-access-pass': passModule,
};

/** Does what a plan's own module does with it. */
export function withModule<Kind extends RemedyKind>(
  what: keyof RemedyModule<Kind>,
  deps: RequestWorkerDeps,
  run: RemedyRun,
  plan: PlanOf<Kind>,
): Promise<void> {
  return remedyModules[plan.remedy][what](deps, run, plan);
}
