// POST /users/{id}/revokeSignInSessions · application User.RevokeSessions.All
import type { Client } from '@microsoft/microsoft-graph-client';
import { postOnly } from './ask';
import { graphPath } from './graphPath';

/** Ends the person's sessions everywhere; it takes some minutes to arrive. Graph answers with one success or another. */
export function revokeSignInSessions(client: Client, personId: string): Promise<void> {
  return postOnly(client.api(graphPath`/users/${personId}/revokeSignInSessions`));
}
