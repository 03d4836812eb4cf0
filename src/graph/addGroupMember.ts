// POST /groups/{id}/members/$ref · application GroupMember.ReadWrite.All
import type { Client } from '@microsoft/microsoft-graph-client';
import { postOnly } from './ask';
import { graphPath } from './graphPath';

/** Puts a person into a group. Graph refuses where the person is in it already: look before a second try. */
export function addGroupMember(client: Client, groupId: string, personId: string): Promise<void> {
  // The id is a link by the service's own name, in every cloud; Graph reads nothing of it but its last part.
  const link = `https://graph.microsoft.com/v1.0/directoryObjects/${encodeURIComponent(personId)}`;
  return postOnly(client.api(graphPath`/groups/${groupId}/members/$ref`), { '@odata.id': link });
}
