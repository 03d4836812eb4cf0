import type { AccessToken, TokenCredential } from '@azure/core-auth';
import { Fault } from '../faults';
import type { Clock } from '../ports/clock';

/** The bot's own token for the connector. */
export interface BotToken {
  get(): Promise<string>;
  /** The connector refused this token: the next `get` asks for another. */
  forget(token: string): void;
}

const renewBeforeMs = 5 * 60_000;

/**
 * Keeps the token of any credential (secret, certificate, managed identity) until shortly before it ends. Callers that
 * come while one is being fetched wait for that same one.
 */
export function createBotToken(deps: { credential: TokenCredential; scope: string; clock: Clock }): BotToken {
  let kept: AccessToken | undefined;
  let fetching: Promise<AccessToken> | undefined;

  async function get(): Promise<string> {
    if (kept && deps.clock() < kept.expiresOnTimestamp - renewBeforeMs) return kept.token;
    fetching ??= fetchToken(deps.credential, deps.scope).finally(() => (fetching = undefined));
    kept = await fetching;
    return kept.token;
  }

  function forget(token: string): void {
    if (kept?.token === token) kept = undefined;
  }

  return { get, forget };
}

async function fetchToken(credential: TokenCredential, scope: string): Promise<AccessToken> {
  const token = await credential.getToken(scope).catch((cause: unknown) => {
    throw new Fault('entra-token', 'no token for the bot connector', { retryable: true, cause });
  });
  if (!token) throw new Fault('entra-token', 'no token for the bot connector');
  return token;
}
