// DELETE /users/{id}/authentication/microsoftAuthenticatorMethods/{id} · application UserAuthMethod-MicrosoftAuthApp.ReadWrite.All
import type { Client } from '@microsoft/microsoft-graph-client';
import { remove } from './ask';
import { graphPath } from './graphPath';

/** Removes a registration of Microsoft Authenticator. */
export function deleteAuthenticatorMethod(
  client: Client,
  personId: string,
  methodId: string,
): Promise<'removed' | 'gone'> {
  return remove(
    client.api(graphPath`/users/${personId}/authentication/microsoftAuthenticatorMethods/${methodId}`),
  );
}
