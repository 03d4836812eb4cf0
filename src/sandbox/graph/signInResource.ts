import type { Account, SignIn } from '../tenant/account';
import type { Tenant } from '../tenant/tenant';
import { isoTime } from './graphAnswer';
import type { Resource } from './graphAnswer';
import { hasAny } from './graphCall';
import type { GraphCaller } from './graphStandInOptions';

/** The app that most people sign in to, by its well-known id. */
const officeAppId = '4765445b-32c6-49b0-83e6-1d93765276ca';

/** Who may read policies sees in a sign-in how they judged it; to anybody else they are left out without a word. */
const policyReaders = ['Policy.Read.All', 'Policy.Read.ConditionalAccess'];

/** A line of the sign-in log as v1.0 shows it. */
export function signInResource(
  tenant: Tenant,
  {
    account,
    line,
    caller,
  }: { readonly account: Account; readonly line: SignIn; readonly caller: GraphCaller },
): Resource {
  const held = policyReaders.filter((one) => !tenant.settings.withheldPermissions.includes(one));
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
    ...(hasAny(caller, held) ? { appliedConditionalAccessPolicies: line.policies.map(policyResource) } : {}),
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

function policyResource({ id, name, demanded, result }: SignIn['policies'][number]): Resource {
  return {
    id,
    displayName: name,
    enforcedGrantControls: demanded,
    enforcedSessionControls: [],
    result,
  };
}
