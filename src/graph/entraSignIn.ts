import { createHash } from 'node:crypto';
import { ConfidentialClientApplication, ServerError, ClientAuthError } from '@azure/msal-node';
import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import { z } from 'zod/v4';
import type { SignedIn, SignIn, SignInAsked } from '../ports/signIn';
import { Secret } from '../secret';
import { clientProof } from './clientProof';
import { isMicrosoftHost, type CredentialSettings } from './credential';
import { noToken } from './graphErrors';
import { idTokenClaims } from './idTokenClaims';

export interface EntraSignInOptions {
  readonly credential: CredentialSettings;
  /** Where Entra sends the browser back to: an address of our own that the app registration names. */
  readonly redirectUri: () => string;
  /** The origin of Microsoft Graph, as the scopes name it. */
  readonly graphScope: string;
  readonly timeoutMs: number;
}

/** An identity provider's clock may be off by this much. */
const clockToleranceSeconds = 60;

const discoverySchema = z.looseObject({ issuer: z.string(), jwks_uri: z.url({ protocol: /^https$/u }) });
/**
 * Sign-ins at Entra: authorization code with PKCE, always with a fresh prompt. MSAL speaks the protocol; what the
 * token says is verified here once more, because a decision about somebody's account hangs on it (SECURITY S7).
 */
export function createEntraSignIn(options: EntraSignInOptions): SignIn {
  const { tenantId } = options.credential;
  const readIdToken = idTokenReader(options);
  return {
    address: (asked) =>
      newClient(options)
        .getAuthCodeUrl({
          ...common(options, asked),
          responseMode: 'query',
          prompt: 'login',
          codeChallenge: createHash('sha256').update(asked.verifier.reveal()).digest('base64url'),
          codeChallengeMethod: 'S256',
          extraQueryParameters: { max_age: '0', ui_locales: asked.language },
        })
        .catch(unanswered),
    async finish(asked, code) {
      const given = await newClient(options)
        .acquireTokenByCode(
          { ...common(options, asked), code, codeVerifier: asked.verifier.reveal() },
          { code, nonce: asked.nonce, state: asked.state },
        )
        .catch(refusedCode);
      if (given === undefined) return undefined;
      const claims = await readIdToken(given.idToken);
      if (claims?.nonce !== asked.nonce || claims.tid !== tenantId) return undefined;
      const { acrs, auth_time: authTime, oid } = claims;
      return { oid, authTime: authTime * 1000, authContexts: acrs, ...accessOf(asked, given) };
    },
  };
}

/** A client for one sign-in: MSAL keeps what it was given in its cache, and this cache goes with it. */
function newClient(options: EntraSignInOptions): ConfidentialClientApplication {
  const { authorityHost, clientId, tenantId } = options.credential;
  return new ConfidentialClientApplication({
    auth: {
      clientId,
      authority: `${authorityHost.replace(/\/$/u, '')}/${tenantId}`,
      // Of any other host instance discovery could only say that it is none of Microsoft's.
      knownAuthorities: isMicrosoftHost(authorityHost) ? [] : [new URL(authorityHost).host],
      ...clientProof(options.credential),
    },
  });
}

function common({ graphScope, redirectUri }: EntraSignInOptions, asked: SignInAsked) {
  const { authContext, nonce, permissions, state } = asked;
  const claims =
    authContext === undefined ? undefined : { id_token: { acrs: { essential: true, value: authContext } } };
  return {
    redirectUri: redirectUri(),
    scopes: permissions.map((name) => `${graphScope}/${name}`),
    state,
    nonce,
    ...(claims === undefined ? {} : { claims: JSON.stringify(claims) }),
  };
}

function accessOf(
  asked: SignInAsked,
  given: { readonly accessToken: string; readonly expiresOn: Date | null; readonly scopes: string[] },
): Pick<SignedIn, 'access'> {
  if (asked.permissions.length === 0 || given.expiresOn === null) return {};
  return { access: { token: new Secret(given.accessToken), expiresAt: given.expiresOn.getTime() } };
}

/** Checks an ID token's signature, issuer, audience and time; undefined where it is not to be believed. */
function idTokenReader(options: EntraSignInOptions) {
  const { authorityHost, clientId, tenantId } = options.credential;
  const metadata = new URL(`/${tenantId}/v2.0/.well-known/openid-configuration`, authorityHost);
  let known: { readonly issuer: string; readonly keys: ReturnType<typeof createRemoteJWKSet> } | undefined;

  async function provider() {
    const answer = await fetch(metadata, {
      redirect: 'error',
      signal: AbortSignal.timeout(options.timeoutMs),
    });
    const { issuer, jwks_uri } = discoverySchema.parse(await answer.json());
    return { issuer, keys: createRemoteJWKSet(new URL(jwks_uri), { timeoutDuration: options.timeoutMs }) };
  }

  return async (idToken: string): Promise<ReturnType<typeof idTokenClaims>> => {
    known ??= await provider().catch(unanswered);
    const { issuer, keys } = known;
    const { payload } = await jwtVerify(idToken, keys, {
      issuer,
      audience: clientId,
      algorithms: ['RS256'],
      clockTolerance: clockToleranceSeconds,
    }).catch((thrown: unknown) => {
      if (thrown instanceof errors.JOSEError && !(thrown instanceof errors.JWKSTimeout))
        return { payload: {} };
      return unanswered(thrown);
    });
    return idTokenClaims(payload);
  };
}

/** Entra refused the code (used, expired, of another client), or the nonce is another sign-in's: nobody signed in. */
function refusedCode(thrown: unknown): undefined {
  if (thrown instanceof ServerError && thrown.errorCode === 'invalid_grant') return undefined;
  if (thrown instanceof ClientAuthError && /nonce|state/u.test(thrown.errorCode)) return undefined;
  return unanswered(thrown);
}

function unanswered(thrown: unknown): never {
  throw noToken(thrown);
}
