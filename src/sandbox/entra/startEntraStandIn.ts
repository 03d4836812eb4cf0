import { createServer } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../../ports/clock';
import { closeServer, listenOnLoopback } from './loopbackServer';
import { readBody } from './readBody';
import { audiences, issueAccessToken, tokenLifetimeSeconds, verifyAccessToken } from './accessToken';
import type { TokenCaller } from './accessToken';
import { entraErrorBody } from './entraError';
import { grantedPermissions } from './grantedPermissions';
import { createLocalCertificate } from './localCertificate';
import { createTokenKey } from './tokenKey';
import { judgeTokenRequest, unknownTenant } from './tokenRequest';
import type { Registration } from './tokenRequest';

export interface EntraOptions extends Registration {
  /** The application permissions that an administrator has consented to. */
  readonly permissions?: readonly string[] | undefined;
  readonly clock: Clock;
  /** 0 takes any free port. */
  readonly port?: number | undefined;
}

/** A running stand-in for Entra's sign-in service. */
export interface EntraStandIn {
  /** `https://localhost:{port}`: the authority host. */
  readonly url: string;
  /** The authority to trust: by NODE_EXTRA_CA_CERTS, or by tls.setDefaultCACertificates() within the process. */
  readonly caPem: string;
  /** The caller of a token for Graph, undefined where the token is not valid. */
  verifyGraphToken(token: string): TokenCaller | undefined;
  /** The same for the Bot Connector. */
  verifyConnectorToken(token: string): TokenCaller | undefined;
  close(): Promise<void>;
}

/** Starts the stand-in on loopback, with a certificate that only its own authority vouches for. */
export async function startEntraStandIn(options: EntraOptions): Promise<EntraStandIn> {
  const certificate = await createLocalCertificate();
  const key = createTokenKey();
  const permissions = options.permissions ?? grantedPermissions();
  const signing = () => ({ key, tenantId: options.tenantId, now: options.clock() });
  let url = '';

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url ?? '/', url);
    const [tenant, ...rest] = pathname.split('/').filter((part) => part !== '');
    const call = `${request.method ?? ''} /${rest.join('/')}`;
    if (tenant?.toLowerCase() !== options.tenantId) return refuse(response, options.clock());
    if (call === 'GET /v2.0/.well-known/openid-configuration')
      return send(response, 200, discovery(url, tenant));
    if (call === 'GET /discovery/v2.0/keys') return send(response, 200, { keys: [key.jwk] });
    if (call === 'POST /oauth2/v2.0/token') {
      const form = new URLSearchParams(await readBody(request));
      const judged = judgeTokenRequest(options, form);
      if ('error' in judged) return send(response, judged.status, entraErrorBody(judged, options.clock()));
      const roles = judged.audience === audiences.graph ? permissions : [];
      const grant = { audience: judged.audience, appId: options.clientId, roles };
      return send(response, 200, tokenAnswer(issueAccessToken(signing(), grant)));
    }
    return send(response, 404, {});
  };

  const server = createServer({ key: certificate.keyPem, cert: certificate.certPem }, (request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  url = `https://localhost:${await listenOnLoopback(server, options.port ?? 0)}`;
  return {
    url,
    caPem: certificate.caPem,
    verifyGraphToken: (token) => verifyAccessToken(signing(), audiences.graph, token),
    verifyConnectorToken: (token) => verifyAccessToken(signing(), audiences.connector, token),
    close: () => closeServer(server),
  };
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

function tokenAnswer(token: string): object {
  const lifetime = { expires_in: tokenLifetimeSeconds, ext_expires_in: tokenLifetimeSeconds };
  return { token_type: 'Bearer', ...lifetime, access_token: token };
}

function refuse(response: ServerResponse, now: number): void {
  send(response, unknownTenant.status, entraErrorBody(unknownTenant, now));
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(body));
}
