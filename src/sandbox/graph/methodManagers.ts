import type { Account } from '../tenant/account';
import { activeRoles } from '../tenant/describePeople';
import type { Tenant } from '../tenant/tenant';
import type { GraphCaller } from './graphStandInOptions';

/** Whose methods an Authentication Administrator may change, by Entra's matrix; anybody else's are for the other two. */
const helped: readonly string[] = [
  'Authentication Administrator',
  'Directory Readers',
  'Guest Inviter',
  'Message Center Reader',
  'Password Administrator',
  'Reports Reader',
  'User Experience Success Manager',
  'Usage Summary Reports Reader',
];

/** Whether a signed-in administrator's own roles let them change this person's methods. An app has no roles to ask for. */
export function mayChangeMethods(caller: GraphCaller, target: Account, tenant: Tenant): boolean {
  if (caller.kind === 'application') return true;
  const admin = tenant.find(caller.personId);
  if (admin === undefined || admin.id === target.id) return false;
  const held = activeRoles(admin);
  if (held.includes('Privileged Authentication Administrator') || held.includes('Global Administrator'))
    return true;
  return held.includes('Authentication Administrator') && isOrdinary(target, tenant);
}

/** Whether somebody holds no role that puts them out of an Authentication Administrator's reach. */
export function isOrdinary(target: Account, tenant: Tenant): boolean {
  const inRoleGroup = tenant.groupsOf(target.id).some(({ isAssignableToRole }) => isAssignableToRole);
  return !inRoleGroup && activeRoles(target).every((role) => helped.includes(role));
}
