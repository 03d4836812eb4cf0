// POST /users/{id}/authentication/temporaryAccessPassMethods · application UserAuthMethod-TAP.ReadWrite.All
import type { Client } from '@microsoft/microsoft-graph-client';
import { z } from 'zod/v4';
import type { IssuedPass } from '../ports/accountRemedies';
import { Secret } from '../secret';
import { post } from './ask';
import { graphPath } from './graphPath';

const created = z.looseObject({
  id: z.string().min(1),
  // Wrapped while it is parsed: past this line nobody holds the plain value (SECURITY S13).
  temporaryAccessPass: z
    .string()
    .min(1)
    .transform((value) => new Secret(value)),
  lifetimeInMinutes: z.int(),
  isUsableOnce: z.boolean(),
  isUsable: z.boolean(),
  methodUsabilityReason: z.string(),
  startDateTime: z.iso.datetime({ offset: true }),
});

/** Issues a pass. Entra replaces the one that is there; this answer is the only time that the value is seen. */
export async function issuePass(
  client: Client,
  personId: string,
  wish: { lifetimeInMinutes: number; isUsableOnce: boolean },
): Promise<IssuedPass> {
  const request = client.api(graphPath`/users/${personId}/authentication/temporaryAccessPassMethods`);
  const { lifetimeInMinutes, isUsableOnce } = wish;
  const pass = await post(request, { lifetimeInMinutes, isUsableOnce }, created);
  return {
    id: pass.id,
    value: pass.temporaryAccessPass,
    lifetimeInMinutes: pass.lifetimeInMinutes,
    isUsableOnce: pass.isUsableOnce,
    isUsable: pass.isUsable,
    usabilityReason: pass.methodUsabilityReason,
    startsAt: Date.parse(pass.startDateTime),
  };
}
