import { z } from 'zod/v4';
import type { AccessPolicy } from '../tenant/accessPolicies';
import { methodPolicyIds } from '../tenant/methodPolicies';
import type { MethodPolicyId } from '../tenant/methodPolicies';
import type { Tenant } from '../tenant/tenant';
import { graphError, isoTime, many, noContent, notFound, one } from './graphAnswer';
import type { Resource } from './graphAnswer';
import type { GraphCall, TenantRoutes } from './graphCall';

const methodsPolicy = '/policies/authenticationMethodsPolicy';
const configurations = `${methodsPolicy}/authenticationMethodConfigurations`;
const configuration = `${configurations}/{authenticationMethodConfiguration-id}`;
const configurationId = ({ params }: GraphCall) => params['authenticationMethodConfiguration-id'] ?? '';

/** The tenant's policies. */
export const policyRoutes: TenantRoutes = {
  [`GET ${methodsPolicy}`]: ({ tenant }) =>
    one({
      id: 'authenticationMethodsPolicy',
      displayName: 'Authentication Methods Policy',
      policyMigrationState: 'migrationComplete',
      authenticationMethodConfigurations: allConfigurations(tenant),
    }),
  [`GET ${configurations}`]: ({ tenant }) => many(allConfigurations(tenant)),
  [`GET ${configuration}`]: (call) => {
    const id = configurationId(call);
    const found = allConfigurations(call.tenant).find((one) => sameId(one['id'], id));
    return found === undefined ? notFound(id) : one(found);
  },
  [`PATCH ${configuration}`]: (call) => {
    if (!sameId('TemporaryAccessPass', configurationId(call))) {
      return graphError(501, 'notImplemented', 'The sandbox changes the policy of passes only.');
    }
    const wish = passChange.safeParse(call.body);
    if (!wish.success) return graphError(400, 'badRequest', 'The policy is not valid.');
    const changes = Object.entries(wish.data).filter(([name]) => name !== '@odata.type');
    Object.assign(call.tenant.passPolicy, Object.fromEntries(changes));
    return noContent;
  },
  'GET /policies/identitySecurityDefaultsEnforcementPolicy': ({ tenant }) =>
    one({
      id: '00000000-0000-0000-0000-000000000005',
      displayName: 'Security Defaults',
      isEnabled: tenant.settings.securityDefaultsOn,
    }),
  'GET /identity/conditionalAccess/policies': ({ tenant }) =>
    many(tenant.accessPolicies.map((policy) => accessPolicyResource(policy, tenant))),
  'GET /identity/conditionalAccess/policies/{conditionalAccessPolicy-id}': ({ tenant, params }) => {
    const id = params['conditionalAccessPolicy-id'] ?? '';
    const found = tenant.accessPolicies.find((policy) => sameId(policy.id, id));
    return found === undefined ? notFound(id) : one(accessPolicyResource(found, tenant));
  },
  'GET /identity/conditionalAccess/namedLocations': () => many([]),
};

const minutes = z.int().min(10).max(43_200);
/** Strict: what the sandbox would not apply, it must not seem to take. */
const passChange = z
  .strictObject({
    '@odata.type': z.string(),
    state: z.enum(['enabled', 'disabled']),
    defaultLifetimeInMinutes: minutes,
    minimumLifetimeInMinutes: minutes,
    maximumLifetimeInMinutes: minutes,
    defaultLength: z.int().min(8).max(48),
    isUsableOnce: z.boolean(),
  })
  .partial();

function allConfigurations(tenant: Tenant): readonly Resource[] {
  return [passConfiguration(tenant), ...methodPolicyIds.map((id) => configurationOf(id, tenant))];
}

const target = (id: string) => ({ targetType: 'group', id });

function configurationOf(id: MethodPolicyId, { methodPolicies }: Tenant): Resource {
  const { state, includes, excludes } = methodPolicies[id];
  return {
    '@odata.type': `#microsoft.graph.${id.charAt(0).toLowerCase()}${id.slice(1)}AuthenticationMethodConfiguration`,
    id,
    state,
    includeTargets: includes.map((one) => ({ ...target(one), isRegistrationRequired: false })),
    excludeTargets: excludes.map(target),
    ...(id === 'MicrosoftAuthenticator' ? { isSoftwareOathEnabled: true } : {}),
  };
}

function passConfiguration({ passPolicy }: Tenant): Resource {
  const { includes, excludes, ...rules } = passPolicy;
  return {
    '@odata.type': '#microsoft.graph.temporaryAccessPassAuthenticationMethodConfiguration',
    id: 'TemporaryAccessPass',
    ...rules,
    includeTargets: includes.map((id) => ({ ...target(id), isRegistrationRequired: false })),
    excludeTargets: excludes.map(target),
  };
}

function accessPolicyResource(policy: AccessPolicy, tenant: Tenant): Resource {
  const createdDateTime = isoTime(tenant.clock() - policy.createdDaysAgo * 24 * 60 * 60_000);
  return {
    id: policy.id,
    displayName: policy.name,
    state: policy.state,
    createdDateTime,
    modifiedDateTime: createdDateTime,
    conditions: {
      clientAppTypes: ['all'],
      applications: policy.registration
        ? { includeApplications: [], includeUserActions: ['urn:user:registersecurityinfo'] }
        : { includeApplications: ['Office365'], includeUserActions: [] },
      users: {
        includeUsers: policy.includeUsers,
        excludeUsers: policy.excludeUsers,
        includeGroups: policy.includeGroups,
        excludeGroups: policy.excludeGroups,
        includeRoles: policy.includeRoles,
        excludeRoles: policy.excludeRoles,
      },
      locations: policy.outsideTrustedLocations
        ? { includeLocations: ['All'], excludeLocations: ['AllTrusted'] }
        : null,
    },
    grantControls: { operator: policy.operator, builtInControls: policy.demands },
  };
}

function sameId(one: unknown, other: string): boolean {
  return typeof one === 'string' && one.toLowerCase() === other.toLowerCase();
}
