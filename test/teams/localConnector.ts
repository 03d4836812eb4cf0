import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { portOf, stop } from './localServer';

export interface ConnectorCall {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly activity: Readonly<Record<string, unknown>>;
}

export interface PlannedAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** The connector as the bot sees it: takes activities, gives ids, and fails when told to. */
export interface LocalConnector {
  readonly url: string;
  readonly calls: readonly ConnectorCall[];
  /** The next call is answered so; several are answered in order. */
  plan(answer: PlannedAnswer): void;
  forgetCalls(): void;
  stop(): Promise<void>;
}

export async function startLocalConnector(): Promise<LocalConnector> {
  const calls: ConnectorCall[] = [];
  const planned: PlannedAnswer[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const activity: unknown = body === '' ? {} : JSON.parse(body);
      if (!isRecord(activity)) throw new Error('an activity is an object');
      const { method = '', url = '', headers } = request;
      calls.push({ method, path: decodeURIComponent(url), authorization: headers.authorization, activity });
      const answer = planned.shift() ?? { status: 200, body: { id: `activity-${calls.length}` } };
      response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
      response.end(JSON.stringify(answer.body ?? {}));
    });
  });
  const port = await portOf(server);
  return {
    url: `http://127.0.0.1:${port}/`,
    calls,
    plan: (answer) => planned.push(answer),
    forgetCalls: () => calls.splice(0),
    stop: () => stop(server),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
