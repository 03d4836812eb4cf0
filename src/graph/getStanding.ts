import type { Client } from '@microsoft/microsoft-graph-client';
import type { RoleAssignment, Standing } from '../cases/person';
import { listActivatedRoles } from './listActivatedRoles';
import { listRoleAssignableGroups } from './listRoleAssignableGroups';
import { listRoleAssignmentsOf } from './listRoleAssignments';
import type { HeldRole } from './listRoleAssignments';

/** The roles that are active for a person: assigned, activated, or held through a group. Eligible ones do not count. */
export async function getStanding(client: Client, personId: string): Promise<Standing> {
  const [groups, assigned, activated] = await Promise.all([
    listRoleAssignableGroups(client, personId),
    listRoleAssignmentsOf(client, personId),
    listActivatedRoles(client, personId),
  ]);
  return standingWith(client, groups, [...assigned, ...activated]);
}

/** Adds what role-assignable groups give to the roles that a person holds themselves. */
export async function standingWith(
  client: Client,
  groups: readonly string[],
  own: readonly HeldRole[],
): Promise<Standing> {
  const throughGroups = await Promise.all(groups.map((groupId) => listRoleAssignmentsOf(client, groupId)));
  return { roles: distinct([...own, ...throughGroups.flat()]), inRoleAssignableGroup: groups.length > 0 };
}

function distinct(held: readonly HeldRole[]): readonly RoleAssignment[] {
  const byKey = new Map(held.map(({ roleId, scope }) => [`${roleId} ${scope}`, { roleId, scope }]));
  return [...byKey.values()];
}
