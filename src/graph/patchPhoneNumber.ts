// PATCH /users/{id}/authentication/phoneMethods/{id} · application UserAuthMethod-Phone.ReadWrite.All
import type { Client } from '@microsoft/microsoft-graph-client';
import { patch } from './ask';
import { graphPath } from './graphPath';

/** Writes the number of a registered phone anew. */
export function patchPhoneNumber(
  client: Client,
  personId: string,
  methodId: string,
  phoneNumber: string,
): Promise<void> {
  const path = graphPath`/users/${personId}/authentication/phoneMethods/${methodId}`;
  return patch(client.api(path), { phoneNumber });
}
