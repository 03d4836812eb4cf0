import type { ConnectorClientOptions } from 'botframework-connector';
import { Agent as PlainAgent, request as plainRequest } from 'node:http';
import { Agent, request as secureRequest } from 'node:https';
import { text } from 'node:stream/consumers';
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
  const line = openLine(deps.timeoutMs);

  async function sendRequest(request: ConnectorRequest): ReturnType<ConnectorHttp['sendRequest']> {
    const used = await deps.token.get();
    let answer = await line(request, used);
    if (answer.status === 401) {
      deps.token.forget(used);
      answer = await line(request, await deps.token.get());
    }
    const { body, status } = answer;
    // Its body is not looked at: it may quote the message.
    if (status < 200 || status > 299) throw faultOf(answer);
    // The answer is JSON like the question, which is all that the deserializer reads from the headers.
    return { request, status, headers: request.headers.clone(), bodyAsText: body };
  }

  return { sendRequest };
}

interface Answer {
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly body: string;
}

/**
 * Sends over connections that are kept open. Not by `fetch`, which costs several times as much for a message as small as
 * ours, in every turn. Redirects are not followed: they would carry the token to an address that nobody allowed.
 */
function openLine(timeoutMs: number): (request: ConnectorRequest, token: string) => Promise<Answer> {
  const secure = new Agent({ keepAlive: true });
  const plain = new PlainAgent({ keepAlive: true });
  return (request, token) =>
    new Promise<Answer>((resolve, reject) => {
      const { method } = request;
      const body = typeof request.body === 'string' ? request.body : '';
      const headers = { ...request.headers.rawHeaders(), authorization: `Bearer ${token}` };
      const options = { method, headers, signal: AbortSignal.timeout(timeoutMs) };
      const sending = request.url.startsWith('https:')
        ? secureRequest(request.url, { ...options, agent: secure })
        : plainRequest(request.url, { ...options, agent: plain });
      sending.on('response', (response) => {
        const { headers: answered, statusCode: status = 0 } = response;
        const retryAfter = answered['retry-after'];
        text(response).then((read) => {
          resolve({ status, retryAfter, body: read });
        }, reject);
      });
      sending.on('error', reject);
      sending.end(body);
    }).catch((cause: unknown) => {
      throw new Fault('teams-unreachable', 'the Teams connector did not answer', { retryable: true, cause });
    });
}

function faultOf({ retryAfter, status }: Answer): Fault {
  if (status === 429) {
    const retryAfterMs = waitOf(retryAfter);
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
function waitOf(header: string | undefined): number | undefined {
  return header !== undefined && /^\d{1,6}$/.test(header) ? Number(header) * 1000 : undefined;
}
