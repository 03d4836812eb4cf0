import type { Account, SignIn } from '../tenant/account';
import type { Tenant } from '../tenant/tenant';
import { isoTime } from './graphAnswer';
import type { Resource } from './graphAnswer';

/** The app that most people sign in to, by its well-known id. */
const officeAppId = '4765445b-32c6-49b0-83e6-1d93765276ca';

/** A line of the sign-in log as v1.0 shows it. */
export function signInResource(tenant: Tenant, account: Account, line: SignIn): Resource {
  const { device } = line;
  return {
    id: line.id,
    createdDateTime: isoTime(line.at),
    userId: account.id,
    userDisplayName: account.name,
    userPrincipalName: account.upn,
    appId: officeAppId,
    appDisplayName: line.app,
    clientAppUsed: line.clientApp,
    correlationId: line.id,
    conditionalAccessStatus: line.conditionalAccess,
    appliedConditionalAccessPolicies: line.policies.map((policy) => ({
      id: policy.id,
      displayName: policy.name,
      enforcedGrantControls: policy.demanded,
      enforcedSessionControls: [],
      result: policy.result,
    })),
    isInteractive: true,
    ipAddress: '203.0.113.10',
    homeTenantId: line.homeTenantId ?? tenant.tenantId,
    resourceTenantId: line.resourceTenantId ?? tenant.tenantId,
    location: { city: line.city, state: null, countryOrRegion: line.countryOrRegion },
    deviceDetail: {
      deviceId: '',
      displayName: null,
      operatingSystem: device.os,
      browser: device.browser,
      isCompliant: device.compliant ?? null,
      isManaged: device.managed ?? null,
      trustType: device.trustType ?? null,
    },
    riskState: line.atRisk || account.risk?.state === 'atRisk' ? 'atRisk' : 'none',
    riskLevelAggregated: 'none',
    riskLevelDuringSignIn: 'none',
    riskDetail: 'none',
    status: {
      errorCode: line.errorCode,
      failureReason: line.failureReason,
      additionalDetails: line.additionalDetails ?? null,
    },
  };
}
