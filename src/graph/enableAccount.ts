// PATCH /users/{id} · application User.EnableDisableAccount.All
import type { Client } from '@microsoft/microsoft-graph-client';
import { patch } from './ask';
import { graphPath } from './graphPath';

/** Lets a person sign in again. Touches nothing else of the account. */
export function enableAccount(client: Client, personId: string): Promise<void> {
  return patch(client.api(graphPath`/users/${personId}`), { accountEnabled: true });
}
