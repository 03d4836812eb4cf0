// GET /policies/authenticationMethodsPolicy/authenticationMethodConfigurations/TemporaryAccessPass · application Policy.Read.AuthenticationMethod
import type { Client } from '@microsoft/microsoft-graph-client';
import { z } from 'zod/v4';
import type { PassPolicy } from '../ports/directory';
import { readOne } from './ask';

const target = z.looseObject({ id: z.string() });

const passConfiguration = z.looseObject({
  state: z.string(),
  defaultLifetimeInMinutes: z.int(),
  minimumLifetimeInMinutes: z.int(),
  maximumLifetimeInMinutes: z.int(),
  isUsableOnce: z.boolean().nullish(),
  includeTargets: z.array(target),
  excludeTargets: z.array(target).nullish(),
});

/** The tenant's rules for Temporary Access Passes. */
export async function getPassPolicy(client: Client): Promise<PassPolicy> {
  const path = '/policies/authenticationMethodsPolicy/authenticationMethodConfigurations/TemporaryAccessPass';
  const found = await readOne(client.api(path), passConfiguration);
  const includes = found.includeTargets.map(({ id }) => id.toLowerCase());
  return {
    enabled: found.state === 'enabled',
    defaultLifetimeInMinutes: found.defaultLifetimeInMinutes,
    minimumLifetimeInMinutes: found.minimumLifetimeInMinutes,
    maximumLifetimeInMinutes: found.maximumLifetimeInMinutes,
    oneTimeOnly: found.isUsableOnce === true,
    includes: includes.includes('all_users') ? 'all' : includes,
    excludes: (found.excludeTargets ?? []).map(({ id }) => id.toLowerCase()),
  };
}
