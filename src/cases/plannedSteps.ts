import { removalOf } from './journalSummary';
import type { PlanOf, RemedyKind } from './remedyPlan';

type Removal = PlanOf<'require-mfa-reregistration' | 'remove-one-method'>;

const removal = (plan: Removal): readonly string[] => [
  ...plan.remove.map(removalOf),
  ...(plan.revokeSessions ? ['revoke-sessions'] : []),
];

const steps: { readonly [Kind in RemedyKind]: (plan: PlanOf<Kind>) => readonly string[] } = {
  'require-mfa-reregistration': removal,
  'issue-temporary-access-pass': () => ['create-pass'],
  'mend-phone-number': ({ movesTo }) =>
    movesTo === undefined ? ['mend-number'] : ['copy-phone', 'remove-phone'],
  'remove-one-method': removal,
  'exclude-for-a-time': () => ['exclude', 'restore-exclusion'],
  'dismiss-user-risk': () => ['dismiss-risk'],
  'confirm-user-risk': () => ['confirm-risk'],
  'enable-account': () => ['enable-account'],
  'revoke-sessions': () => ['revoke-sessions'],
};

/** The writes that a plan stands for, by the journal's names. */
export function plannedSteps<Kind extends RemedyKind>(plan: PlanOf<Kind>): readonly string[] {
  return steps[plan.remedy](plan);
}
