import { generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import { sign, type SignOptions } from 'jsonwebtoken';
import { portOf, stop } from './localServer';

/** A token service like the Bot Connector's: OpenID metadata, keys, and tokens signed with one of them. */
export interface LocalIssuer {
  readonly issuer: string;
  readonly metadataUrl: string;
  readonly kid: string;
  token(claims: Readonly<Record<string, unknown>>, options?: SignOptions): string;
  /** A token with the right key id, signed by somebody else. */
  forged(claims: Readonly<Record<string, unknown>>): string;
  stop(): Promise<void>;
}

export async function startLocalIssuer(): Promise<LocalIssuer> {
  const ours = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const strangers = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const kid = randomUUID();
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    const host = `http://${request.headers.host ?? ''}`;
    const keys = [
      { ...ours.publicKey.export({ format: 'jwk' }), kid, use: 'sig', endorsements: ['msteams'] },
    ];
    const body = request.url === '/keys' ? { keys } : { issuer: host, jwks_uri: `${host}/keys` };
    response.end(JSON.stringify(body));
  });
  const port = await portOf(server);
  const issuer = 'https://connector.test';

  const signed = (key: KeyObject, claims: Readonly<Record<string, unknown>>, options: SignOptions) =>
    sign({ iss: issuer, exp: Math.floor(Date.now() / 1000) + 3600, ...claims }, key, {
      algorithm: 'RS256',
      keyid: kid,
      ...options,
    });

  return {
    issuer,
    metadataUrl: `http://127.0.0.1:${port}/.well-known/openidconfiguration`,
    kid,
    token: (claims, options = {}) => signed(ours.privateKey, claims, options),
    forged: (claims) => signed(strangers.privateKey, claims, {}),
    stop: () => stop(server),
  };
}
