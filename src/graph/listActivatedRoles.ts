// GET /roleManagement/directory/roleAssignmentScheduleInstances · application RoleManagement.Read.Directory
import type { Client } from '@microsoft/microsoft-graph-client';
import { isFault } from '../faults';
import type { Fault } from '../faults';
import { readAll } from './ask';
import { batchList } from './askBatch';
import type { BatchList } from './askBatch';
import { filterText } from './graphPath';
import { heldRole } from './listRoleAssignments';
import type { HeldRole } from './listRoleAssignments';

const path = '/roleManagement/directory/roleAssignmentScheduleInstances';

/**
 * Roles that are active now through Privileged Identity Management. A tenant without its licence refuses the call,
 * and then nobody holds a role in this way: the plain assignments are all there is.
 */
export async function listActivatedRoles(client: Client, principalId: string): Promise<readonly HeldRole[]> {
  const request = client.api(path).filter(`principalId eq ${filterText(principalId)}`);
  try {
    return await readAll(client, request, heldRole);
  } catch (thrown) {
    if (isFault(thrown) && meansNone(thrown)) return [];
    throw thrown;
  }
}

/** The same, to be read with others; a fault of it may mean "none" too. */
export function activatedRolesRead(principalId: string): BatchList<HeldRole> {
  return batchList('activatedRoles', `${path}?$filter=principalId eq ${filterText(principalId)}`, heldRole);
}

/** Whether a refusal means that there is no Privileged Identity Management, and so no role that it activated. */
export function meansNone({ code }: Fault): boolean {
  return code === 'graph-forbidden' || code === 'graph-unlicensed' || code === 'graph-rejected';
}
