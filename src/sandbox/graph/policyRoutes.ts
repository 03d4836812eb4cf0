import { z } from 'zod/v4';
import type { Tenant } from '../tenant/tenant';
import { tenantIds } from '../tenant/tenantIds';
import { graphError, many, noContent, notFound, one } from './graphAnswer';
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
  'GET /identity/conditionalAccess/policies': () => many([compliantDevicePolicy]),
  'GET /identity/conditionalAccess/policies/{conditionalAccessPolicy-id}': ({ params }) => {
    const id = params['conditionalAccessPolicy-id'] ?? '';
    return sameId(compliantDevicePolicy['id'], id) ? one(compliantDevicePolicy) : notFound(id);
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

const otherMethods: readonly (readonly [string, string])[] = [
  ['Fido2', 'fido2'],
  ['MicrosoftAuthenticator', 'microsoftAuthenticator'],
  ['Sms', 'sms'],
  ['SoftwareOath', 'softwareOath'],
  ['Voice', 'voice'],
  ['Email', 'email'],
];

function allConfigurations(tenant: Tenant): readonly Resource[] {
  return [
    passConfiguration(tenant),
    ...otherMethods.map(([id, type]) => ({
      '@odata.type': `#microsoft.graph.${type}AuthenticationMethodConfiguration`,
      id,
      state: 'enabled',
      excludeTargets: [],
    })),
  ];
}

function passConfiguration({ passPolicy }: Tenant): Resource {
  const { includes, excludes, ...rules } = passPolicy;
  const target = (id: string) => ({ targetType: 'group', id });
  return {
    '@odata.type': '#microsoft.graph.temporaryAccessPassAuthenticationMethodConfiguration',
    id: 'TemporaryAccessPass',
    ...rules,
    includeTargets: includes.map((id) => ({ ...target(id), isRegistrationRequired: false })),
    excludeTargets: excludes.map(target),
  };
}

const compliantDevicePolicy: Resource = {
  id: '5a4db0c1-0000-4000-8000-0000000000d1',
  displayName: 'Company device for office apps',
  state: 'enabled',
  conditions: {
    clientAppTypes: ['all'],
    applications: { includeApplications: ['Office365'] },
    users: { includeUsers: ['All'], excludeGroups: [tenantIds.exclusionGroup] },
  },
  grantControls: { operator: 'OR', builtInControls: ['compliantDevice', 'mfa'] },
};

function sameId(one: unknown, other: string): boolean {
  return typeof one === 'string' && one.toLowerCase() === other.toLowerCase();
}
