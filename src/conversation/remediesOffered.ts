import type { RemedyKind } from '../cases/remedyPlan';
import type { Assessment } from '../triage/assessment';
import type { Observation } from '../triage/observation';

/**
 * Which remedies a person may ask for in their own case.
 * None while there is a red flag (SECURITY S26), none where the trouble is somebody else's account,
 * and none unless the route says that an admin's reset or pass is what helps.
 */
export function remediesOffered(
  assessment: Assessment,
  observations: readonly Observation[],
): readonly RemedyKind[] {
  if (assessment.redFlags.length > 0) return [];
  if (says(observations, 'asking_for_someone_else') || says(observations, 'other_organisation_prompt'))
    return [];
  switch (assessment.route) {
    case 'admin-mfa-reset':
      return ['require-mfa-reregistration', 'issue-temporary-access-pass'];
    case 'admin-tap':
      return ['issue-temporary-access-pass', 'require-mfa-reregistration'];
    case 'self-service':
    case 'wait':
    case 'admin-method-fix':
    case 'admin-policy':
    case 'password-reset':
    case 'microsoft-support':
    case 'other-organisation':
    case 'human':
      return [];
  }
}

function says(observations: readonly Observation[], finding: string): boolean {
  return observations.some((seen) => seen.finding === finding && seen.values.includes('true'));
}
