import type { Account } from '../tenant/account';
import { activeRoles } from '../tenant/describePeople';
import type { RoleName } from '../tenant/roleTemplates';
import type { Tenant } from '../tenant/tenant';
import type { GraphCaller } from './graphStandInOptions';
import { isOrdinary } from './methodManagers';

interface WriteRoles {
  readonly roles: readonly RoleName[];
  /** Where the person concerned holds roles themselves, only these; absent, whoever it is makes no difference. */
  readonly forPrivileged?: readonly RoleName[];
}

const managersOfEverybody: readonly RoleName[] = [
  'Privileged Authentication Administrator',
  'Global Administrator',
];
const groupMembers: WriteRoles = {
  roles: ['Groups Administrator', 'User Administrator', 'Global Administrator'],
};
const risk: WriteRoles = { roles: ['Security Administrator', 'Global Administrator'] };

/**
 * The roles of which a signed-in administrator needs one, by Microsoft's pages about each call and Entra's table of
 * sensitive actions. Calls about authentication methods have a matrix of their own (methodManagers).
 */
const writes: ReadonlyMap<string, WriteRoles> = new Map([
  ['POST /groups/{group-id}/members/$ref', groupMembers],
  ['DELETE /groups/{group-id}/members/{directoryObject-id}/$ref', groupMembers],
  ['POST /identityProtection/riskyUsers/dismiss', risk],
  ['POST /identityProtection/riskyUsers/confirmCompromised', risk],
  [
    'PATCH /users/{user-id}',
    {
      roles: ['Authentication Administrator', 'User Administrator', ...managersOfEverybody],
      forPrivileged: managersOfEverybody,
    },
  ],
  [
    'POST /users/{user-id}/revokeSignInSessions',
    {
      roles: [
        'Helpdesk Administrator',
        'Authentication Administrator',
        'User Administrator',
        ...managersOfEverybody,
      ],
      forPrivileged: managersOfEverybody,
    },
  ],
]);

/** Whether a signed-in administrator's roles let them do this. An app has no roles to ask for. */
export function mayWrite(
  key: string,
  caller: GraphCaller,
  target: Account | undefined,
  tenant: Tenant,
): boolean {
  const needed = writes.get(key);
  if (caller.kind === 'application' || needed === undefined) return true;
  const admin = tenant.find(caller.personId);
  const { forPrivileged, roles } = needed;
  const wanted: readonly string[] =
    forPrivileged === undefined || target === undefined || isOrdinary(target, tenant) ? roles : forPrivileged;
  return admin !== undefined && activeRoles(admin).some((role) => wanted.includes(role));
}
