// GET /users/{id}/authentication/temporaryAccessPassMethods · application UserAuthenticationMethod.Read.All
import type { Client } from '@microsoft/microsoft-graph-client';
import { z } from 'zod/v4';
import type { ExistingPass } from '../ports/accountRemedies';
import { readAll } from './ask';
import { graphPath } from './graphPath';

const existing = z
  .looseObject({
    id: z.string().min(1),
    createdDateTime: z.iso.datetime({ offset: true }),
    isUsable: z.boolean().nullish(),
    methodUsabilityReason: z.string().nullish(),
  })
  .transform(({ id, createdDateTime, isUsable, methodUsabilityReason }): ExistingPass => ({
    id,
    createdAt: Date.parse(createdDateTime),
    isUsable: isUsable === true,
    usabilityReason: methodUsabilityReason ?? undefined,
  }));

/** The person's pass, if there is one: Entra keeps one at most. Its value is never shown again. */
export function listPasses(client: Client, personId: string): Promise<readonly ExistingPass[]> {
  const request = client.api(graphPath`/users/${personId}/authentication/temporaryAccessPassMethods`);
  return readAll(client, request, existing);
}
