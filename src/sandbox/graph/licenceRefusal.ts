import type { TenantSettings } from '../tenant/tenantSettings';
import { graphError } from './graphAnswer';
import type { GraphAnswer } from './graphAnswer';

type Plan = TenantSettings['plan'];

interface Licensed {
  readonly calls: RegExp;
  readonly plans: readonly Plan[];
  readonly refusal: () => GraphAnswer;
}

/** Which calls need a plan of Entra, and in which words they are refused without it. */
const licensed: readonly Licensed[] = [
  {
    calls: /^GET (?:\/beta)?(?:\/auditLogs\/signIns|\/reports\/authenticationMethods\/)/,
    plans: ['p1', 'p2'],
    refusal: () =>
      graphError(
        403,
        'Authentication_RequestFromNonPremiumTenantOrB2CTenant',
        "Neither tenant is B2C or tenant doesn't have premium license",
      ),
  },
  {
    calls: /^GET (?:\/identityProtection\/|\/identity\/conditionalAccess\/)/,
    plans: ['p1', 'p2'],
    refusal: () => graphError(403, 'Forbidden', 'Your tenant is not licensed for this feature.'),
  },
  {
    calls: /^GET \/roleManagement\/directory\/roleAssignmentScheduleInstances/,
    plans: ['p2'],
    refusal: () =>
      graphError(
        400,
        'AadPremiumLicenseRequired',
        'The tenant needs to have Microsoft Entra ID P2 or Microsoft Entra ID Governance license.',
      ),
  },
];

/** The refusal of a call that the tenant has not paid for. */
export function licenceRefusal(key: string, plan: Plan): GraphAnswer | undefined {
  return licensed.find(({ calls, plans }) => calls.test(key) && !plans.includes(plan))?.refusal();
}
