import { decode } from 'jsonwebtoken';
import { z } from 'zod/v4';

const connectorToken = z.looseObject({
  header: z.looseObject({ alg: z.literal('RS256'), kid: z.string().min(1) }),
  payload: z.looseObject({ iss: z.string(), aud: z.string(), tid: z.unknown().optional() }),
});

interface ExpectedToken {
  readonly appId: string;
  readonly tenantId: string;
  readonly botTokenIssuer: string;
}

/**
 * Whether a token at least claims to be the Bot Connector's for this bot. The signature is checked later, by the SDK;
 * this look comes first so that nothing else of a stranger's choosing reaches the SDK: its path for the emulator
 * takes any tenant's issuer, and remembers four issuers for each unverified `tid`, without end.
 */
export function isPlausibleToken(authorization: string | undefined, expected: ExpectedToken): boolean {
  const token = /^Bearer (?<token>[\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization ?? '')?.groups?.['token'];
  if (token === undefined) return false;
  const parsed = connectorToken.safeParse(decodeSafely(token));
  if (!parsed.success) return false;
  const { iss, aud, tid } = parsed.data.payload;
  return (
    iss === expected.botTokenIssuer &&
    aud === expected.appId &&
    (tid === undefined || tid === expected.tenantId)
  );
}

function decodeSafely(token: string): unknown {
  try {
    return decode(token, { complete: true });
  } catch (error) {
    if (error instanceof SyntaxError) return null; // the token's parts are not JSON
    throw error;
  }
}
