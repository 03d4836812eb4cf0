// POST /identityProtection/riskyUsers/confirmCompromised · application IdentityRiskyUser.ReadWrite.All
import type { Client } from '@microsoft/microsoft-graph-client';
import { postOnly } from './ask';

/** Says that a person's account was taken over: the risk becomes high, and what policies do about that happens. */
export function confirmUserCompromised(client: Client, personId: string): Promise<void> {
  return postOnly(client.api('/identityProtection/riskyUsers/confirmCompromised'), { userIds: [personId] });
}
