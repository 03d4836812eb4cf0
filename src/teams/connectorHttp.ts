import type { ConnectorClientOptions } from 'botframework-connector';
import { Fault } from '../faults';
import type { BotToken } from './botToken';

type ConnectorHttp = NonNullable<ConnectorClientOptions['httpClient']>;
type ConnectorRequest = Parameters<ConnectorHttp['sendRequest']>[0];

// FACTS: Teams asks to try these again later. 412 is a precondition of its own back end.
const passing = new Set([408, 412]);

/**
 * How connector clients reach the network. The SDK's own way repeats a POST up to three times on 5xx, so that a message
 * may appear twice, and sits out any Retry-After inside the turn. Here nothing is repeated but a refused token, once:
 * each failure is a Fault, and what may be tried again is tried again by a job.
 */
export function createConnectorHttp(deps: { token: BotToken; timeoutMs: number }): ConnectorHttp {
  async function sendRequest(request: ConnectorRequest): ReturnType<ConnectorHttp['sendRequest']> {
    const used = await deps.token.get();
    let response = await send(request, used, deps.timeoutMs);
    if (response.status === 401) {
      await response.body?.cancel();
      deps.token.forget(used);
      response = await send(request, await deps.token.get(), deps.timeoutMs);
    }
    if (!response.ok) {
      await response.body?.cancel(); // error bodies may quote the message
      throw faultOf(response);
    }
    // The answer is JSON like the question, which is all that the deserializer reads from the headers.
    const headers = request.headers.clone();
    return { request, status: response.status, headers, bodyAsText: await response.text() };
  }

  return { sendRequest };
}

async function send(request: ConnectorRequest, token: string, timeoutMs: number): Promise<Response> {
  const headers = { ...request.headers.rawHeaders(), authorization: `Bearer ${token}` };
  const body = typeof request.body === 'string' ? request.body : null;
  try {
    // No redirects: they would carry the token to an address that nobody allowed.
    const signal = AbortSignal.timeout(timeoutMs);
    return await fetch(request.url, { method: request.method, headers, body, signal, redirect: 'manual' });
  } catch (cause) {
    throw new Fault('teams-unreachable', 'the Teams connector did not answer', { retryable: true, cause });
  }
}

function faultOf(response: Response): Fault {
  const { status } = response;
  if (status === 429) {
    const retryAfterMs = retryAfter(response.headers.get('retry-after'));
    return new Fault('teams-throttled', 'the Teams connector asks to wait', {
      status,
      retryable: true,
      retryAfterMs,
    });
  }
  if (status >= 500 || passing.has(status)) {
    return new Fault('teams-unreachable', 'the Teams connector failed', { status, retryable: true });
  }
  return new Fault('teams-rejected', 'the Teams connector refused the request', { status });
}

/** Retry-After in seconds, as the connector sends it. Its other form, a date, is left to the job's own back-off. */
function retryAfter(header: string | null): number | undefined {
  return header !== null && /^\d{1,6}$/.test(header) ? Number(header) * 1000 : undefined;
}
