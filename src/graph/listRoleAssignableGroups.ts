// GET /users/{id}/transitiveMemberOf · application User.Read.All, GroupMember.Read.All
import type { Client } from '@microsoft/microsoft-graph-client';
import { z } from 'zod/v4';
import { Fault } from '../faults';
import { readAll } from './ask';
import { batchList } from './askBatch';
import type { BatchList } from './askBatch';
import { graphPath } from './graphPath';

const memberOf = z.looseObject({
  '@odata.type': z.string(),
  id: z.string(),
  displayName: z.string().nullish(),
  isAssignableToRole: z.boolean().nullish(),
});

type Membership = z.infer<typeof memberOf>;
const fields = ['id', 'displayName', 'isAssignableToRole'];

/** The ids of the person's groups to which roles can be assigned. */
export async function listRoleAssignableGroups(client: Client, personId: string): Promise<readonly string[]> {
  const request = client.api(graphPath`/users/${personId}/transitiveMemberOf`).select(fields);
  return roleAssignable(await readAll(client, request, memberOf));
}

/** What the person is member of, to be read with others. */
export function membershipsRead(personId: string): BatchList<Membership> {
  const path = graphPath`/users/${personId}/transitiveMemberOf`;
  return batchList('memberships', `${path}?$select=${fields.join(',')}`, memberOf);
}

/** The ids of the groups among memberships to which roles can be assigned. */
export function roleAssignable(memberships: readonly Membership[]): readonly string[] {
  const groups = memberships.filter(isGroup);
  // Without the permission to read groups Graph gives their ids and leaves the rest empty. Every group has a name:
  // one without means that we cannot see whether it gives roles, which must not look like "none".
  if (groups.some((group) => group.displayName == null)) {
    throw new Fault('graph-forbidden', 'Graph shows no more of the groups than their ids', { status: 200 });
  }
  return groups.filter((group) => group.isAssignableToRole === true).map((group) => group.id.toLowerCase());
}

function isGroup(object: Membership): boolean {
  return object['@odata.type'] === '#microsoft.graph.group';
}
