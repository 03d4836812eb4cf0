// DELETE /groups/{id}/members/{id}/$ref · application GroupMember.ReadWrite.All
import type { Client } from '@microsoft/microsoft-graph-client';
import { remove } from './ask';
import { graphPath } from './graphPath';

/** Takes a person out of a group. */
export function removeGroupMember(
  client: Client,
  groupId: string,
  personId: string,
): Promise<'removed' | 'gone'> {
  return remove(client.api(graphPath`/groups/${groupId}/members/${personId}/$ref`));
}
