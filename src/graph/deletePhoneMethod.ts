// DELETE /users/{id}/authentication/phoneMethods/{id} · application UserAuthMethod-Phone.ReadWrite.All
import type { Client } from '@microsoft/microsoft-graph-client';
import { remove } from './ask';
import { graphPath } from './graphPath';

/** Removes a phone. The mobile cannot go before the alternate one. */
export function deletePhoneMethod(
  client: Client,
  personId: string,
  methodId: string,
): Promise<'removed' | 'gone'> {
  return remove(client.api(graphPath`/users/${personId}/authentication/phoneMethods/${methodId}`));
}
