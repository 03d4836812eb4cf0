// GET /beta/users/{id}/authentication/signInPreferences · application UserAuthenticationMethod.Read.All
import type { Client } from '@microsoft/microsoft-graph-client';
import { z } from 'zod/v4';
import type { PreferredMethod } from '../ports/tenantRecords';
import { readOne } from './ask';
import { graphPath } from './graphPath';
import { preferredMethod } from './preferredMethod';

const preferences = z.looseObject({
  userPreferredMethodForSecondaryAuthentication: z
    .string()
    .nullable()
    .transform((found) => preferredMethod.parse(found)),
});

/** The person's default second factor as it is now. v1.0 has it in the registration report only, hours later. */
export async function getSignInPreferences(
  client: Client,
  personId: string,
): Promise<PreferredMethod | undefined> {
  const request = client.api(graphPath`/users/${personId}/authentication/signInPreferences`).version('beta');
  return (await readOne(request, preferences)).userPreferredMethodForSecondaryAuthentication;
}
