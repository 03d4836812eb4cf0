// DELETE /users/{id}/authentication/temporaryAccessPassMethods/{id} · application UserAuthMethod-TAP.ReadWrite.All
import type { Client } from '@microsoft/microsoft-graph-client';
import { remove } from './ask';
import { graphPath } from './graphPath';

/** Deletes a Temporary Access Pass, used or not. */
export function deletePass(client: Client, personId: string, passId: string): Promise<'removed' | 'gone'> {
  return remove(
    client.api(graphPath`/users/${personId}/authentication/temporaryAccessPassMethods/${passId}`),
  );
}
