// GET /policies/identitySecurityDefaultsEnforcementPolicy · application Policy.Read.All
import type { Client } from '@microsoft/microsoft-graph-client';
import { z } from 'zod/v4';
import { readOne } from './ask';

const policy = z.looseObject({ isEnabled: z.boolean() });

/** Whether security defaults ask everybody for MFA. */
export async function getSecurityDefaults(client: Client): Promise<boolean> {
  const request = client.api('/policies/identitySecurityDefaultsEnforcementPolicy').select('isEnabled');
  return (await readOne(request, policy)).isEnabled;
}
