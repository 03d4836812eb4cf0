import type { PlanOf, RemedyKind } from '../cases/remedyPlan';
import type { RemedyModule } from './remedyModule';
import type { RemedyRun } from './remedyRun';
import type { RequestWorkerDeps } from './requestWorkerDeps';
import { exclusionModule } from './runExclusion';
import { passModule } from './runPass';
import { phoneMendModule } from './runPhoneMend';
import { removalModule } from './runRemoval';
import { enablingModule, riskConfirmationModule, riskDismissalModule, sessionsModule } from './runUnblock';

/** Who executes which kind of remedy. */
const remedyModules: { readonly [Kind in RemedyKind]: RemedyModule<Kind> } = {
  'require-mfa-reregistration': removalModule,
  'issue-temporary-access-pass': passModule,
  'mend-phone-number': phoneMendModule,
  'remove-one-method': removalModule,
  'exclude-for-a-time': exclusionModule,
  'dismiss-user-risk': riskDismissalModule,
  'confirm-user-risk': riskConfirmationModule,
  'enable-account': enablingModule,
  'revoke-sessions': sessionsModule,
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
