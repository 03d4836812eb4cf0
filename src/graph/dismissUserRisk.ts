// POST /identityProtection/riskyUsers/dismiss · application IdentityRiskyUser.ReadWrite.All
import type { Client } from '@microsoft/microsoft-graph-client';
import { postOnly } from './ask';

/** Takes the risk off a person: sign-in is not held back by it any more. */
export function dismissUserRisk(client: Client, personId: string): Promise<void> {
  return postOnly(client.api('/identityProtection/riskyUsers/dismiss'), { userIds: [personId] });
}
