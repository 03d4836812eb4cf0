import { randomUUID } from 'node:crypto';
import { sign, verify } from 'jsonwebtoken';
import { z } from 'zod/v4';
import type { TokenKey } from './tokenKey';

/** The services that the stand-in gives tokens for. */
export const audiences = {
  graph: 'https://graph.microsoft.com',
  connector: 'https://api.botframework.com',
} as const;
export type Audience = (typeof audiences)[keyof typeof audiences];

export const tokenLifetimeSeconds = 3599;

/** Who may call, as a verified token says. */
export interface TokenCaller {
  readonly kind: 'application';
  readonly appId: string;
  readonly tenantId: string;
  readonly permissions: readonly string[];
}

interface Issuing {
  readonly key: TokenKey;
  readonly tenantId: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** An access token in the form of Entra's first version, as Graph and the connector get them for an app. */
export function issueAccessToken(
  { key, tenantId, now }: Issuing,
  grant: { readonly audience: Audience; readonly appId: string; readonly roles: readonly string[] },
): string {
  const seconds = Math.floor(now / 1000);
  const claims = {
    aud: grant.audience,
    iss: issuerOf(tenantId),
    iat: seconds,
    nbf: seconds,
    exp: seconds + tokenLifetimeSeconds,
    appid: grant.appId,
    appidacr: '1',
    idtyp: 'app',
    ...(grant.roles.length > 0 ? { roles: grant.roles } : {}),
    tid: tenantId,
    uti: randomUUID(),
    ver: '1.0',
  };
  return sign(claims, key.privateKey, { algorithm: 'RS256', keyid: key.kid });
}

const claimsSchema = z.looseObject({
  appid: z.string(),
  tid: z.string(),
  idtyp: z.literal('app'),
  roles: z.array(z.string()).default([]),
});

/** The caller of a token that this stand-in signed for the given audience and that is still valid. */
export function verifyAccessToken(
  { key, tenantId, now }: Issuing,
  audience: Audience,
  token: string,
): TokenCaller | undefined {
  try {
    const claims = claimsSchema.parse(
      verify(token, key.publicKey, {
        algorithms: ['RS256'],
        audience,
        issuer: issuerOf(tenantId),
        clockTimestamp: Math.floor(now / 1000),
      }),
    );
    return { kind: 'application', appId: claims.appid, tenantId: claims.tid, permissions: claims.roles };
  } catch {
    // Whatever is wrong with a token, the caller hears the same: it is not valid.
    return undefined;
  }
}

function issuerOf(tenantId: string): string {
  return `https://sts.windows.net/${tenantId}/`;
}
