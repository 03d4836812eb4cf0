// GET /policies/authenticationMethodsPolicy · application Policy.Read.AuthenticationMethod
import type { Client } from '@microsoft/microsoft-graph-client';
import { z } from 'zod/v4';
import type { MethodPolicies, MethodPolicy } from '../ports/tenantRecords';
import { readOne } from './ask';

const target = z.looseObject({ id: z.string() });

const configuration = z.looseObject({
  id: z.string(),
  state: z.string().nullish(),
  includeTargets: z.array(target).nullish(),
  excludeTargets: z.array(target).nullish(),
  isSoftwareOathEnabled: z.boolean().nullish(),
  defaultLifetimeInMinutes: z.int().nullish(),
  minimumLifetimeInMinutes: z.int().nullish(),
  maximumLifetimeInMinutes: z.int().nullish(),
  isUsableOnce: z.boolean().nullish(),
});
type Configuration = z.infer<typeof configuration>;

const policy = z.looseObject({ authenticationMethodConfigurations: z.array(configuration) });

/** Which kinds of method the tenant allows, for whom, and its bounds for passes. */
export async function getMethodPolicies(client: Client): Promise<MethodPolicies> {
  const request = client.api('/policies/authenticationMethodsPolicy');
  const { authenticationMethodConfigurations: found } = await readOne(request, policy);
  const of = (id: string): Configuration | undefined => found.find((one) => one.id === id);
  return {
    methods: found.map(toMethodPolicy),
    authenticatorShowsCodes: of('MicrosoftAuthenticator')?.isSoftwareOathEnabled ?? undefined,
    pass: passBounds(of('TemporaryAccessPass')),
  };
}

function toMethodPolicy({ id, state, includeTargets, excludeTargets }: Configuration): MethodPolicy {
  // Where nobody is named the kind is for nobody; where the list itself is missing it is not told, which is for all.
  const includes = (includeTargets ?? [{ id: 'all_users' }]).map((one) => one.id.toLowerCase());
  return {
    id,
    enabled: state === 'enabled',
    includes: includes.includes('all_users') ? 'all' : includes,
    excludes: (excludeTargets ?? []).map((one) => one.id.toLowerCase()),
  };
}

function passBounds(found: Configuration | undefined): MethodPolicies['pass'] {
  const { defaultLifetimeInMinutes, minimumLifetimeInMinutes, maximumLifetimeInMinutes, isUsableOnce } =
    found ?? {};
  if (
    defaultLifetimeInMinutes == null ||
    minimumLifetimeInMinutes == null ||
    maximumLifetimeInMinutes == null
  ) {
    return undefined;
  }
  return {
    defaultLifetimeInMinutes,
    minimumLifetimeInMinutes,
    maximumLifetimeInMinutes,
    oneTimeOnly: isUsableOnce === true,
  };
}
