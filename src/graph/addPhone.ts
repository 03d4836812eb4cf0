// POST /users/{id}/authentication/phoneMethods · application UserAuthMethod-Phone.ReadWrite.All
import type { Client } from '@microsoft/microsoft-graph-client';
import { postOnly } from './ask';
import { graphPath } from './graphPath';

/** Registers a phone. A person has one of each type at most. */
export function addPhone(
  client: Client,
  personId: string,
  phone: { readonly phoneNumber: string; readonly phoneType: 'mobile' | 'alternateMobile' | 'office' },
): Promise<void> {
  return postOnly(client.api(graphPath`/users/${personId}/authentication/phoneMethods`), phone);
}
