import { createHash, generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import { sign } from 'jsonwebtoken';
import type { Clock } from '../../ports/clock';

/** Signs as the Bot Connector does, and publishes the key by which the bot checks it. */
export interface ConnectorKey {
  /** A token for one activity to the bot. */
  tokenFor(claims: { issuer: string; audience: string; serviceUrl: string }): string;
  readonly jwks: { readonly keys: readonly object[] };
}

/** The Bot Connector's tokens live for an hour; ours are made new for each activity. */
const lifetimeSeconds = 3600;

/** Makes a key for this run only: nothing signed by an earlier sandbox is valid in a later one. */
export async function createConnectorKey(clock: Clock): Promise<ConnectorKey> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const jwk = publicKey.export({ format: 'jwk' });
  const kid = createHash('sha256').update(JSON.stringify(jwk)).digest('base64url').slice(0, 27);
  return {
    jwks: { keys: [{ ...jwk, use: 'sig', alg: 'RS256', kid, x5t: kid, endorsements: ['msteams'] }] },
    tokenFor({ issuer, audience, serviceUrl }) {
      const now = Math.floor(clock() / 1000);
      return sign(
        { serviceurl: serviceUrl, iss: issuer, aud: audience, nbf: now, exp: now + lifetimeSeconds },
        privateKey,
        { algorithm: 'RS256', keyid: kid, noTimestamp: true },
      );
    },
  };
}
