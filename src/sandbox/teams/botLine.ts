import type { ConnectorKey } from './connectorKey';
import type { TeamsStandInOptions } from './teamsStandInOptions';

/** What the bot answered over HTTP; 504 stands for too late, 502 for no answer at all. */
export interface BotReply {
  readonly status: number;
  readonly body: unknown;
}

/** The line on which activities reach the bot. */
export interface BotLine {
  deliver(activity: object): Promise<BotReply>;
  close(): void;
}

/** Teams gives a bot 10 to 15 seconds for a turn. */
const patienceMs = 15_000;
const failures = new Set(['TypeError', 'AbortError', 'TimeoutError']);

/** Opens the line; every activity carries a token of its own, as from the Bot Connector. */
export function createBotLine(deps: {
  readonly options: Pick<TeamsStandInOptions, 'botAppId' | 'botEndpoint'>;
  readonly key: ConnectorKey;
  readonly issuer: string;
  readonly serviceUrl: string;
}): BotLine {
  const { options, key, issuer, serviceUrl } = deps;
  const closing = new AbortController();
  return {
    async deliver(activity) {
      const token = key.tokenFor({ issuer, audience: options.botAppId, serviceUrl });
      const late = AbortSignal.timeout(patienceMs);
      try {
        const response = await fetch(options.botEndpoint(), {
          method: 'POST',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json; charset=utf-8' },
          body: JSON.stringify(activity),
          signal: AbortSignal.any([late, closing.signal]),
        });
        return { status: response.status, body: jsonOrNothing(await response.text()) };
      } catch (thrown) {
        if (!isNetworkFailure(thrown)) throw thrown;
        return { status: late.aborted ? 504 : 502, body: undefined };
      }
    },
    close: () => {
      closing.abort();
    },
  };
}

/** What fetch throws where nobody answers, or not in time. */
function isNetworkFailure(thrown: unknown): boolean {
  return (
    typeof thrown === 'object' && thrown !== null && 'name' in thrown && failures.has(String(thrown.name))
  );
}

function jsonOrNothing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
