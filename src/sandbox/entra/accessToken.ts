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

interface Caller {
  readonly appId: string;
  readonly tenantId: string;
  /** Application permissions (`roles`), or those of a signed-in person (`scp`). */
  readonly permissions: readonly string[];
}

/** Who may call, as a verified token says: the app by itself, or a person who signed in to it. */
export type TokenCaller = Caller &
  ({ readonly kind: 'application' } | { readonly kind: 'delegated'; readonly personId: string });

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

/** The same form of token for a person who signed in: `scp` and `oid` where an app's own token has `roles`. */
export function delegatedClaims(
  tenantId: string,
  grant: {
    readonly appId: string;
    readonly person: { readonly id: string; readonly upn: string; readonly name: string };
    readonly permissions: readonly string[];
    /** Epoch seconds. */
    readonly issuedAt: number;
    readonly expiresAt: number;
  },
): Record<string, unknown> {
  const { person } = grant;
  return {
    aud: audiences.graph,
    iss: issuerOf(tenantId),
    iat: grant.issuedAt,
    nbf: grant.issuedAt,
    exp: grant.expiresAt,
    appid: grant.appId,
    appidacr: '1',
    idtyp: 'user',
    name: person.name,
    oid: person.id,
    scp: grant.permissions.join(' '),
    sub: person.id,
    tid: tenantId,
    unique_name: person.upn,
    upn: person.upn,
    uti: randomUUID(),
    ver: '1.0',
  };
}

const tokenSchema = z.looseObject({ appid: z.string(), tid: z.string() });
const claimsSchema = z.discriminatedUnion('idtyp', [
  tokenSchema.extend({ idtyp: z.literal('app'), roles: z.array(z.string()).default([]) }),
  tokenSchema.extend({ idtyp: z.literal('user'), oid: z.string(), scp: z.string() }),
]);

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
    const { appid: appId, tid } = claims;
    return claims.idtyp === 'app'
      ? { kind: 'application', appId, tenantId: tid, permissions: claims.roles }
      : { kind: 'delegated', appId, tenantId: tid, permissions: claims.scp.split(' '), personId: claims.oid };
  } catch {
    // Whatever is wrong with a token, the caller hears the same: it is not valid.
    return undefined;
  }
}

function issuerOf(tenantId: string): string {
  return `https://sts.windows.net/${tenantId}/`;
}
