import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod/v4';
import { violations } from './contract';

export interface SeenRequest {
  readonly method: string;
  readonly url: URL;
  readonly authorization: string | undefined;
  readonly body: string;
}

/** What the server does with a request: an answer, or something worse. */
export type Answer =
  | { status: number; body?: unknown; headers?: Record<string, string> }
  | 'reset'
  | 'silence'
  | 'half-an-answer';

export interface GraphServer {
  readonly origin: string;
  readonly seen: readonly SeenRequest[];
  readonly close: () => Promise<void>;
}

/** A bare HTTP server that answers what a test tells it to, and remembers what it was asked: nothing but what the contract has. */
export async function startGraphServer(
  answer: (request: SeenRequest, count: number) => Answer,
): Promise<GraphServer> {
  const seen: SeenRequest[] = [];
  const server = createServer((incoming, outgoing) => {
    void readRequest(incoming).then((request) => {
      seen.push(request);
      send(outgoing, answer(request, seen.length));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = z.object({ port: z.number() }).parse(server.address());
  return {
    origin: `http://127.0.0.1:${port}`,
    seen,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      expect(seen.flatMap(violations)).toEqual([]);
    },
  };
}

async function readRequest(incoming: IncomingMessage): Promise<SeenRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(z.instanceof(Buffer).parse(chunk));
  return {
    method: incoming.method ?? '',
    url: new URL(incoming.url ?? '/', 'http://graph'),
    authorization: incoming.headers.authorization,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

function send(outgoing: ServerResponse, answer: Answer): void {
  if (answer === 'silence') return;
  if (answer === 'reset') {
    outgoing.socket?.resetAndDestroy();
    return;
  }
  if (answer === 'half-an-answer') {
    outgoing.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '100' });
    outgoing.write('{"value":[');
    setImmediate(() => outgoing.socket?.resetAndDestroy());
    return;
  }
  const text = answer.body === undefined ? '' : JSON.stringify(answer.body);
  outgoing.writeHead(answer.status, { 'Content-Type': 'application/json', ...answer.headers });
  outgoing.end(text);
}

/** Told to come back later. */
export function retryLater(status: number, retryAfter: string, headers: Record<string, string> = {}): Answer {
  return {
    status,
    body: { error: { code: 'later', message: 'later' } },
    headers: { 'Retry-After': retryAfter, ...headers },
  };
}
