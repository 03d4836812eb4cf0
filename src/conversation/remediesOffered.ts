import type { RemedyKind } from '../cases/remedyPlan';
import type { Assessment, Route } from '../triage/assessment';
import type { Observation } from '../triage/observation';

/** Where an admin's reset or pass is what helps, the other of the two helps as well. The first is the one to propose. */
const offeredOnRoute: Readonly<Partial<Record<Route, readonly RemedyKind[]>>> = {
  'admin-mfa-reset': ['require-mfa-reregistration', 'issue-temporary-access-pass'],
  'admin-tap': ['issue-temporary-access-pass', 'require-mfa-reregistration'],
};

/** Where one thing about the account holds the person back, what mends just that. The first is the one to propose. */
const offeredForCause: Readonly<Partial<Record<Route, Readonly<Record<string, readonly RemedyKind[]>>>>> = {
  'admin-method-fix': {
    'number-format': ['mend-phone-number'],
    'number-changed': ['remove-one-method', 'require-mfa-reregistration'],
    'registration-step-fails': ['remove-one-method'],
  },
  'admin-policy': {
    'account-disabled': ['enable-account'],
    'account-locked': ['enable-account'],
    'risk-blocked': ['dismiss-user-risk'],
    'ca-blocks-registration': ['issue-temporary-access-pass', 'exclude-for-a-time'],
    'ca-blocks-sign-in': ['exclude-for-a-time'],
  },
};

/**
 * Which remedies a person may ask for in their own case.
 * None while there is a red flag (SECURITY S26) or many have the same trouble, none where the trouble is somebody
 * else's account, and none unless the route says that an admin is who helps.
 */
export function remediesOffered(
  assessment: Assessment,
  observations: readonly Observation[],
  inIncident: boolean,
): readonly RemedyKind[] {
  if (assessment.redFlags.length > 0 || inIncident) return [];
  if (says(observations, 'asking_for_someone_else') || says(observations, 'other_organisation_prompt'))
    return [];
  const cause = assessment.causes[0]?.cause ?? '';
  return offeredOnRoute[assessment.route] ?? offeredForCause[assessment.route]?.[cause] ?? [];
}

function says(observations: readonly Observation[], finding: string): boolean {
  return observations.some((seen) => seen.finding === finding && seen.values.includes('true'));
}
