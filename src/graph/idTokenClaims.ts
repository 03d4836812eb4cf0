import { z } from 'zod/v4';
import { Fault } from '../faults';

const idTokenSchema = z.looseObject({
  oid: z.guid().toLowerCase(),
  tid: z.guid().toLowerCase(),
  nonce: z.string(),
  auth_time: z.int(),
  acrs: z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([]),
});

/**
 * What a verified ID token says; undefined where it says something else. Entra leaves `auth_time` out unless the app
 * registration asks for it (an optional claim): then nobody could ever confirm anything, which is for whoever set it up.
 * @throws Fault `entra-token` in that case
 */
export function idTokenClaims(payload: object): z.infer<typeof idTokenSchema> | undefined {
  const claims = idTokenSchema.safeParse(payload).data;
  if (claims === undefined && 'oid' in payload && !('auth_time' in payload))
    throw new Fault(
      'entra-token',
      'the ID token has no auth_time: the app registration lacks this optional claim (npm run app:register)',
    );
  return claims;
}
