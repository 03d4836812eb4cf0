import type { TokenCredential } from '@azure/core-auth';
import { Client, HTTPMessageHandler } from '@microsoft/microsoft-graph-client';
import { attempt } from './attempt';
import { parseBaseUrl } from './baseUrl';
import { keepThrown } from './keepThrown';
import { logCalls } from './logCalls';
import type { CallLog } from './logCalls';
import { paceCalls } from './paceCalls';
import type { Pacing } from './paceCalls';
import { defaultRetryLimits, retryReads } from './retryReads';
import type { RetryLimits } from './retryReads';
import { sendToken } from './sendToken';

export interface GraphClientOptions {
  /** An origin: `https://graph.microsoft.com`, a national cloud's, or the sandbox's on loopback. */
  readonly baseUrl: string;
  readonly credential: TokenCredential;
  readonly log: CallLog;
  /** For one attempt, from the request to the end of the answer; the same again for getting a token. */
  readonly timeoutMs: number;
  readonly retry?: RetryLimits | undefined;
  /** How calls share Microsoft's limits; without it they go out as they come. */
  readonly pacing?: Pacing | undefined;
}

/** National clouds whose Graph is a resource of its own; a token for the global one is refused there. */
const nationalClouds: ReadonlySet<string> = new Set([
  'https://graph.microsoft.us',
  'https://dod-graph.microsoft.us',
  'https://microsoftgraph.chinacloudapi.cn',
]);

/** The SDK's client with a chain of our own. The cloud and the sandbox differ in addresses only. */
export function createGraphClient(options: GraphClientOptions): Client {
  const { origin } = parseBaseUrl(options.baseUrl);
  const { credential, pacing, timeoutMs } = options;
  return Client.initWithMiddleware({
    baseUrl: origin,
    defaultVersion: 'v1.0',
    middleware: [
      keepThrown(),
      retryReads(options.retry ?? defaultRetryLimits),
      ...(pacing === undefined ? [] : [paceCalls(pacing)]),
      logCalls(options.log),
      sendToken({ origin, credential, timeoutMs, scope: `${graphResource(origin)}/.default` }),
      attempt(timeoutMs),
      new HTTPMessageHandler(),
    ],
  });
}

/** How Graph's permissions are named in full. Any other address stands in for the global Graph. */
export function graphResource(baseUrl: string): string {
  const { origin } = parseBaseUrl(baseUrl);
  return nationalClouds.has(origin) ? origin : 'https://graph.microsoft.com';
}
