// DELETE /users/{id}/authentication/fido2Methods/{id} · application UserAuthMethod-Passkey.ReadWrite.All
import type { Client } from '@microsoft/microsoft-graph-client';
import { remove } from './ask';
import { graphPath } from './graphPath';

/** Removes a passkey or security key. */
export function deletePasskeyMethod(
  client: Client,
  personId: string,
  methodId: string,
): Promise<'removed' | 'gone'> {
  return remove(client.api(graphPath`/users/${personId}/authentication/fido2Methods/${methodId}`));
}
