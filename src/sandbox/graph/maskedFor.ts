import { activeRoles } from '../tenant/describePeople';
import type { Tenant } from '../tenant/tenant';
import type { Resource } from './graphAnswer';
import type { GraphCaller } from './graphStandInOptions';

/** A method as the caller is shown it: of a number, an Authentication Administrator sees the last two digits. */
export function maskedFor(caller: GraphCaller, tenant: Tenant, resource: Resource): Resource {
  const number = resource['phoneNumber'];
  if (caller.kind === 'application' || typeof number !== 'string') return resource;
  const admin = tenant.find(caller.personId);
  const held = admin === undefined ? [] : activeRoles(admin);
  const seesAll =
    held.includes('Privileged Authentication Administrator') || held.includes('Global Administrator');
  return seesAll
    ? resource
    : { ...resource, phoneNumber: `${number.slice(0, -2).replace(/\d/gu, '*')}${number.slice(-2)}` };
}
