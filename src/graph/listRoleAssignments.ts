// GET /roleManagement/directory/roleAssignments · application RoleManagement.Read.Directory
import type { Client } from '@microsoft/microsoft-graph-client';
import { z } from 'zod/v4';
import { readAll } from './ask';
import { batchList } from './askBatch';
import type { BatchList } from './askBatch';
import { filterText } from './graphPath';

const path = '/roleManagement/directory/roleAssignments';

/** An active assignment: who holds which role where. A principal is a person, a group or an app. */
export interface HeldRole {
  readonly principalId: string;
  readonly roleId: string;
  readonly scope: string;
}

/** Shared with the instances of Privileged Identity Management, which look the same. */
export const heldRole = z
  .looseObject({
    principalId: z.string(),
    roleDefinitionId: z.string(),
    directoryScopeId: z.string().nullish(),
  })
  // For a built-in role the definition's id is its template id. Without a directory scope it is scoped to
  // an app; Monban takes that for the whole tenant, the stricter reading.
  .transform((assignment): HeldRole => ({
    principalId: assignment.principalId.toLowerCase(),
    roleId: assignment.roleDefinitionId.toLowerCase(),
    scope: assignment.directoryScopeId ?? '/',
  }));

/** The roles that a person or group holds itself, not through a group. */
export function listRoleAssignmentsOf(client: Client, principalId: string): Promise<readonly HeldRole[]> {
  return listRoleAssignments(client, `principalId eq ${filterText(principalId)}`);
}

/** The same of a person, to be read with others. */
export function roleAssignmentsRead(principalId: string): BatchList<HeldRole> {
  return batchList('roles', `${path}?$filter=principalId eq ${filterText(principalId)}`, heldRole);
}

/** Who holds a role. */
export function listHoldersOf(client: Client, roleId: string): Promise<readonly HeldRole[]> {
  return listRoleAssignments(client, `roleDefinitionId eq ${filterText(roleId)}`);
}

function listRoleAssignments(client: Client, filter: string): Promise<readonly HeldRole[]> {
  return readAll(client, client.api(path).filter(filter), heldRole);
}
