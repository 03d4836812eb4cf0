import {
  interactionPolicy,
  Provider,
  type ClaimsParameterMember,
  type Configuration,
  type KoaContextWithOIDC,
} from 'oidc-provider';
import { audiences, delegatedClaims, tokenLifetimeSeconds } from './accessToken';
import { createSignInMemory } from './signInMemory';
import type { TokenKey } from './tokenKey';
import type { Registration } from './tokenRequest';

/** Who can sign in. */
export interface SignInAccount {
  readonly id: string;
  readonly upn: string;
  readonly name: string;
  readonly accountEnabled: boolean;
}

export interface ProviderOptions {
  readonly app: Registration;
  readonly key: TokenKey;
  /** The stand-in's own address, without a slash at the end. */
  readonly url: string;
  readonly account: (id: string) => SignInAccount | undefined;
  /** What an administrator has consented to for people who sign in, without the service's name before it. */
  readonly delegatedPermissions: readonly string[];
}

/**
 * The OpenID provider of people's sign-ins: the library's, at Entra's addresses and with Entra's claims. It goes by the
 * machine's clock, because what the library stamps (`auth_time`, `exp`) cannot be turned.
 */
export function createOpenIdProvider(options: ProviderOptions): Provider {
  const { app, url } = options;
  const base = `/${app.tenantId}/oauth2/v2.0`;
  const lifetimes = { AccessToken: tokenLifetimeSeconds, IdToken: tokenLifetimeSeconds };
  const provider = new Provider(`${url}/${app.tenantId}/v2.0`, {
    ...identities(options),
    clients: [clientOf(app)],
    cookies: {
      keys: [app.clientSecret],
      names: { session: 'sandbox_session', interaction: 'sandbox_interaction', resume: 'sandbox_resume' },
    },
    routes: { authorization: `${base}/authorize`, token: `${base}/token` },
    adapter: createSignInMemory(),
    interactions: { policy: loginOnly(), url: (_context, { uid }) => `/${app.tenantId}/sign-in/${uid}` },
    pkce: { required: () => true },
    ttl: { ...lifetimes, AuthorizationCode: 60, Interaction: 600, Session: 3600, Grant: 3600 },
    features: {
      devInteractions: { enabled: false },
      claimsParameter: { enabled: true },
      resourceIndicators: graphAsResource(options.delegatedPermissions),
    },
    loadExistingGrant,
    // A code is good after its browser's session has forgotten who signed in (below).
    expiresWithSession: () => false,
  });
  // One browser plays many people here: the library would want whoever signed in before to sign out first.
  provider.on('authorization.success', ({ oidc }) => {
    delete oidc.session?.accountId;
  });
  // Stands behind nobody else's https: the address that it is asked at is its own.
  provider.proxy = false;
  return provider;
}

function clientOf(app: Registration): NonNullable<Configuration['clients']>[number] {
  return {
    client_id: app.clientId,
    client_secret: app.clientSecret,
    token_endpoint_auth_method: 'client_secret_post',
    // A native client's redirect address on loopback may have any port, as Entra takes localhost.
    application_type: 'native',
    redirect_uris: ['http://127.0.0.1/confirm/callback', 'http://localhost/confirm/callback'],
    grant_types: ['authorization_code'],
    response_types: ['code'],
  };
}

/** Nobody is asked for consent: an administrator has given it. */
function loginOnly() {
  const policy = interactionPolicy.base();
  policy.remove('consent');
  return policy;
}

/** Who somebody is, in the claims of Entra's ID tokens, and what a Graph token of theirs looks like. */
function identities({
  account,
  app,
  key,
}: ProviderOptions): Pick<
  Configuration,
  'claims' | 'conformIdTokenClaims' | 'findAccount' | 'formats' | 'jwks' | 'scopes'
> {
  return {
    jwks: { keys: [{ ...key.privateKey.export({ format: 'jwk' }), kid: key.kid, use: 'sig', alg: 'RS256' }] },
    scopes: ['openid', 'profile', 'offline_access'],
    claims: { openid: ['sub', 'oid', 'tid', 'ver', 'acrs'], profile: ['name', 'preferred_username'] },
    conformIdTokenClaims: false,
    findAccount: (_context, id) => {
      const found = account(id);
      if (found === undefined) return undefined;
      const { name, upn } = found;
      const claims = { sub: id, oid: id, tid: app.tenantId, ver: '2.0', name, preferred_username: upn };
      return {
        accountId: id,
        claims: (_use, _scope, asked) => ({ ...claims, acrs: contextsOf(asked['acrs']) }),
      };
    },
    formats: {
      customizers: {
        jwt: (_context, token, parts) => {
          const person = 'accountId' in token ? account(token.accountId) : undefined;
          if (person === undefined) throw new Error('an access token is for somebody who signed in');
          const { exp, iat, scope } = parts.payload;
          parts.header = { typ: 'JWT' };
          parts.payload = delegatedClaims(app.tenantId, {
            appId: app.clientId,
            person,
            permissions: namesOf(String(scope)),
            issuedAt: Number(iat),
            expiresAt: Number(exp),
          });
        },
      },
    },
  };
}

/** The authentication contexts that were asked for: each is as good as met, nobody here has a real second factor. */
function contextsOf(asked: ClaimsParameterMember | null | undefined): readonly string[] | undefined {
  const contexts = [asked?.value, ...(asked?.values ?? [])].filter((one) => typeof one === 'string');
  return contexts.length === 0 ? undefined : contexts;
}

const scopePrefix = `${audiences.graph}/`;

function namesOf(scope: string): readonly string[] {
  return scope
    .split(' ')
    .filter((one) => one.startsWith(scopePrefix))
    .map((one) => one.slice(scopePrefix.length));
}

function graphAsResource(
  permissions: readonly string[],
): NonNullable<NonNullable<Configuration['features']>['resourceIndicators']> {
  return {
    enabled: true,
    defaultResource: () => audiences.graph,
    useGrantedResource: () => true,
    getResourceServerInfo: () => ({
      audience: audiences.graph,
      scope: permissions.map((permission) => scopePrefix + permission).join(' '),
      accessTokenTTL: tokenLifetimeSeconds,
      accessTokenFormat: 'jwt',
      jwt: { sign: { alg: 'RS256' } },
    }),
  };
}

/** Whatever is asked for is granted; what the app may not ask for at all, the list of permissions says. */
async function loadExistingGrant({ oidc }: KoaContextWithOIDC) {
  const { client, session, params } = oidc;
  if (client === undefined || session?.accountId === undefined) return undefined;
  const grant = new oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  const scope = params?.['scope'];
  grant.addOIDCScope('openid profile offline_access');
  grant.addOIDCClaims(['acrs', 'auth_time']);
  if (typeof scope === 'string') grant.addResourceScope(audiences.graph, scope);
  await grant.save();
  return grant;
}
