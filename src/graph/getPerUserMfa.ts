// GET /beta/users/{id}/authentication/requirements · application Policy.Read.All
import type { Client } from '@microsoft/microsoft-graph-client';
import { z } from 'zod/v4';
import type { PerUserMfa } from '../ports/personRecords';
import { readOne } from './ask';
import { graphPath } from './graphPath';

const requirements = z.looseObject({ perUserMfaState: z.enum(['disabled', 'enabled', 'enforced']) });

/** Whether MFA is switched on for this person alone. v1.0 does not tell. */
export async function getPerUserMfa(client: Client, personId: string): Promise<PerUserMfa> {
  const request = client.api(graphPath`/users/${personId}/authentication/requirements`).version('beta');
  return (await readOne(request, requirements)).perUserMfaState;
}
