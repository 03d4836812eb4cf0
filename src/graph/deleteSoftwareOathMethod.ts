// DELETE /users/{id}/authentication/softwareOathMethods/{id} · application UserAuthMethod-SoftwareOATH.ReadWrite.All
import type { Client } from '@microsoft/microsoft-graph-client';
import { remove } from './ask';
import { graphPath } from './graphPath';

/** Removes an app that shows codes, such as Google Authenticator. */
export function deleteSoftwareOathMethod(
  client: Client,
  personId: string,
  methodId: string,
): Promise<'removed' | 'gone'> {
  return remove(client.api(graphPath`/users/${personId}/authentication/softwareOathMethods/${methodId}`));
}
