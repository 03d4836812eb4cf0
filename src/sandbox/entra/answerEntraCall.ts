import type { Clock } from '../../ports/clock';
import { audiences, issueAccessToken, tokenLifetimeSeconds } from './accessToken';
import { entraErrorBody } from './entraError';
import type { EntraRefusal } from './entraError';
import type { TokenKey } from './tokenKey';
import { judgeTokenRequest, unknownTenant } from './tokenRequest';
import type { Registration } from './tokenRequest';

export interface EntraParts {
  readonly app: Registration;
  readonly key: TokenKey;
  /** The application permissions on Graph that were consented to. */
  readonly permissions: readonly string[];
  readonly clock: Clock;
  readonly url: () => string;
}

interface EntraAnswer {
  readonly status: number;
  readonly body: object;
}

/** Discovery, keys and tokens, as Entra's second version of the protocol has them. */
export function answerEntraCall(
  parts: EntraParts,
  call: { readonly method: string; readonly pathname: string; readonly body: string },
): EntraAnswer {
  const [tenant, ...rest] = call.pathname.split('/').filter((part) => part !== '');
  if (tenant?.toLowerCase() !== parts.app.tenantId) return refused(unknownTenant, parts);
  switch (`${call.method} /${rest.join('/')}`) {
    case 'GET /v2.0/.well-known/openid-configuration':
      return { status: 200, body: discovery(parts.url(), tenant) };
    case 'GET /discovery/v2.0/keys':
      return { status: 200, body: { keys: [parts.key.jwk] } };
    case 'POST /oauth2/v2.0/token':
      return token(parts, new URLSearchParams(call.body));
    default:
      return { status: 404, body: {} };
  }
}

function token(parts: EntraParts, form: URLSearchParams): EntraAnswer {
  const { app, key, permissions, clock } = parts;
  const judged = judgeTokenRequest(app, form);
  if ('error' in judged) return refused(judged, parts);
  const roles = judged.audience === audiences.graph ? permissions : [];
  const grant = { audience: judged.audience, appId: app.clientId, roles };
  const lifetime = { expires_in: tokenLifetimeSeconds, ext_expires_in: tokenLifetimeSeconds };
  const access_token = issueAccessToken({ key, tenantId: app.tenantId, now: clock() }, grant);
  return { status: 200, body: { token_type: 'Bearer', ...lifetime, access_token } };
}

function refused(refusal: EntraRefusal, { clock }: EntraParts): EntraAnswer {
  return { status: refusal.status, body: entraErrorBody(refusal, clock()) };
}

function discovery(url: string, tenant: string): object {
  return {
    issuer: `${url}/${tenant}/v2.0`,
    authorization_endpoint: `${url}/${tenant}/oauth2/v2.0/authorize`,
    token_endpoint: `${url}/${tenant}/oauth2/v2.0/token`,
    jwks_uri: `${url}/${tenant}/discovery/v2.0/keys`,
    response_types_supported: ['code', 'id_token', 'code id_token'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['client_secret_post'],
  };
}
