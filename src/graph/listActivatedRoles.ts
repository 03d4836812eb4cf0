// GET /roleManagement/directory/roleAssignmentScheduleInstances · application RoleManagement.Read.Directory
import type { Client } from '@microsoft/microsoft-graph-client';
import { isFault } from '../faults';
import { readAll } from './ask';
import { filterText } from './graphPath';
import { heldRole } from './listRoleAssignments';
import type { HeldRole } from './listRoleAssignments';

/**
 * Roles that are active now through Privileged Identity Management. A tenant without its licence refuses the call,
 * and then nobody holds a role in this way: the plain assignments are all there is.
 */
export async function listActivatedRoles(client: Client, principalId: string): Promise<readonly HeldRole[]> {
  const path = '/roleManagement/directory/roleAssignmentScheduleInstances';
  const request = client.api(path).filter(`principalId eq ${filterText(principalId)}`);
  try {
    return await readAll(client, request, heldRole);
  } catch (thrown) {
    if (isFault(thrown, 'graph-forbidden') || isFault(thrown, 'graph-rejected')) return [];
    throw thrown;
  }
}
