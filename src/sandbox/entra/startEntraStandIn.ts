import { createServer } from 'node:https';
import type { Clock } from '../../ports/clock';
import { audiences, verifyAccessToken } from './accessToken';
import type { TokenCaller } from './accessToken';
import { answerEntraCall } from './answerEntraCall';
import type { EntraParts } from './answerEntraCall';
import { delegatedPermissions, grantedPermissions } from './grantedPermissions';
import { createLocalCertificate } from './localCertificate';
import { closeServer, listenOnLoopback } from './loopbackServer';
import { answerPerson, isForPeople } from './answerPerson';
import { createOpenIdProvider, type SignInAccount } from './openIdProvider';
import { readBody } from './readBody';
import { createTokenKey } from './tokenKey';
import type { Registration } from './tokenRequest';

interface EntraOptions extends Registration {
  /** The application permissions that an administrator has consented to. */
  readonly permissions?: readonly string[] | undefined;
  /** Who can sign in; nobody where absent. */
  readonly accounts?: (() => readonly SignInAccount[]) | undefined;
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
  readonly verifyGraphToken: (token: string) => TokenCaller | undefined;
  /** The same for the Bot Connector. */
  readonly verifyConnectorToken: (token: string) => TokenCaller | undefined;
  close(): Promise<void>;
}

/** Starts the stand-in on loopback, with a certificate that only its own authority vouches for. */
export async function startEntraStandIn(options: EntraOptions): Promise<EntraStandIn> {
  const certificate = await createLocalCertificate();
  const key = createTokenKey();
  const permissions = options.permissions ?? grantedPermissions();
  const signing = () => ({ key, tenantId: options.tenantId, now: options.clock() });
  const accounts = options.accounts ?? (() => []);
  let url = '';

  const parts: EntraParts = { app: options, key, permissions, clock: options.clock, url: () => url };
  const server = createServer({ key: certificate.keyPem, cert: certificate.certPem }, (request, response) => {
    readBody(request)
      .then(async (body) => {
        const { tenantId } = options;
        if (isForPeople(request, body, tenantId)) {
          await answerPerson({ provider, accounts, tenantId }, request, response, body);
          return;
        }
        const { pathname } = new URL(request.url ?? '/', url);
        const answer = answerEntraCall(parts, { method: request.method ?? '', pathname, body });
        response.writeHead(answer.status, {
          'content-type': 'application/json',
          'cache-control': 'no-store',
        });
        response.end(JSON.stringify(answer.body));
      })
      .catch(() => response.destroy());
  });
  url = `https://localhost:${await listenOnLoopback(server, options.port ?? 0)}`;
  const provider = createOpenIdProvider({
    app: options,
    key,
    url,
    account: (id) => accounts().find((one) => one.id === id && one.accountEnabled),
    delegatedPermissions: delegatedPermissions(),
  });
  return {
    url,
    caPem: certificate.caPem,
    verifyGraphToken: (token) => verifyAccessToken(signing(), audiences.graph, token),
    verifyConnectorToken: (token) => verifyAccessToken(signing(), audiences.connector, token),
    close: () => closeServer(server),
  };
}
