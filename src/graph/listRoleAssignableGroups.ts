// GET /users/{id}/transitiveMemberOf · application User.Read.All, GroupMember.Read.All
import type { Client } from '@microsoft/microsoft-graph-client';
import { z } from 'zod/v4';
import { Fault } from '../faults';
import { readAll } from './ask';
import { graphPath } from './graphPath';

const memberOf = z.looseObject({
  '@odata.type': z.string(),
  id: z.string(),
  displayName: z.string().nullish(),
  isAssignableToRole: z.boolean().nullish(),
});

/** The ids of the person's groups to which roles can be assigned. */
export async function listRoleAssignableGroups(client: Client, personId: string): Promise<readonly string[]> {
  const request = client
    .api(graphPath`/users/${personId}/transitiveMemberOf`)
    .select(['id', 'displayName', 'isAssignableToRole']);
  const groups = (await readAll(client, request, memberOf)).filter(isGroup);
  // Without the permission to read groups Graph gives their ids and leaves the rest empty. Every group has a name:
  // one without means that we cannot see whether it gives roles, which must not look like "none".
  if (groups.some((group) => group.displayName == null)) {
    throw new Fault('graph-forbidden', 'Graph shows no more of the groups than their ids', { status: 200 });
  }
  return groups.filter((group) => group.isAssignableToRole === true).map((group) => group.id.toLowerCase());
}

function isGroup(object: z.infer<typeof memberOf>): boolean {
  return object['@odata.type'] === '#microsoft.graph.group';
}
