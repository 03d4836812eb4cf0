import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { closeServer, listenOnLoopback } from '../entra/loopbackServer';
import { readBody } from '../entra/readBody';
import { answerCall } from './answerCall';
import type { AnsweringParts, Reply } from './answeringParts';
import { createContract } from './contract';
import { readContractFile } from './contractFile';
import { createFaultSwitches } from './faultSwitches';
import { graphError } from './graphAnswer';
import type { GraphAnswer } from './graphAnswer';
import { GraphViolation } from './graphStandInOptions';
import type { GraphStandIn, GraphStandInOptions, LogLine } from './graphStandInOptions';
import { createLimitKeeper } from './limits';
import { answerSandboxCall } from './sandboxRoutes';

/** Directory objects come in pages of this many unless the caller asks for another number. */
const defaultPageSize = 100;
/** The sign-in log gives the most. */
const largestPage = 1000;

/** Starts the stand-in on loopback. Plain HTTP: nothing leaves the machine, and the caller brings its own token. */
export async function startGraphStandIn(options: GraphStandInOptions): Promise<GraphStandIn> {
  const log: LogLine[] = [];
  const violations: string[] = [];
  let lookedAt = 0;
  let origin = '';
  const { tenant } = options;
  const parts: AnsweringParts = {
    tenant,
    verifyToken: options.verifyToken,
    contracts: {
      'v1.0': createContract(readContractFile()),
      beta: createContract(readContractFile('beta'), 'beta'),
    },
    faults: createFaultSwitches(),
    pageSize: options.pageSize ?? defaultPageSize,
    largestPage: options.pageSize ?? largestPage,
    origin: () => origin,
    log,
    violations,
    limits: createLimitKeeper({
      clock: tenant.clock,
      people: () => tenant.accounts.length,
      keptUp: () => tenant.settings.throttling,
    }),
    isListed: options.isListed ?? (() => true),
  };
  const server = createServer((request, response) => {
    answer(parts, request, response).catch((thrown: unknown) => {
      violations.push(`stand-in: ${String(thrown)}`);
      response.destroy();
    });
  });
  origin = `http://127.0.0.1:${await listenOnLoopback(server, options.port ?? 0)}`;
  return {
    url: origin,
    log: () => [...log],
    violations: () => {
      lookedAt = violations.length;
      return [...violations];
    },
    limits: () => parts.limits.use(),
    close: async () => {
      await closeServer(server);
      const unseen = violations.slice(lookedAt);
      if (unseen.length > 0) throw new GraphViolation(unseen.join('\n'));
    },
  };
}

async function answer(
  parts: AnsweringParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', parts.origin());
  const method = request.method ?? 'GET';
  const body = parseJson(await readBody(request));
  if (body === 'unreadable') {
    send(response, graphError(400, 'BadRequest', 'Unable to read JSON request payload.'));
  } else if (pathname.startsWith('/sandbox/')) {
    send(response, answerSandboxCall(parts, `${method} ${pathname}`, body.value));
  } else {
    const token = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
    const call = { method, path: pathname, query: searchParams, token, body: body.value };
    reply(parts, response, await answerCall(parts, call));
  }
}

function parseJson(text: string): { readonly value: unknown } | 'unreadable' {
  if (text === '') return { value: undefined };
  try {
    return { value: JSON.parse(text) };
  } catch {
    return 'unreadable';
  }
}

function reply(parts: AnsweringParts, response: ServerResponse, given: Reply): void {
  // Without an answer the connection stays open until the caller gives up or the stand-in is closed.
  if (given === 'silence') return;
  if (given === 'cut') response.destroy();
  else send(response, withDate(parts, given));
}

/** Microsoft's clock, which need not be ours. */
function withDate({ tenant }: AnsweringParts, given: GraphAnswer): GraphAnswer {
  const ahead = tenant.settings.clockAheadMs;
  if (ahead === 0) return given;
  return { ...given, headers: { ...given.headers, date: new Date(Date.now() + ahead).toUTCString() } };
}

interface Sendable {
  readonly status: number;
  readonly body?: unknown;
  readonly text?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

function send(response: ServerResponse, { status, body, text, headers = {} }: Sendable): void {
  const content = text ?? (body === undefined ? undefined : JSON.stringify(body));
  const type = text === undefined ? 'application/json' : 'text/html';
  response.writeHead(status, { ...headers, ...(content === undefined ? {} : { 'content-type': type }) });
  response.end(content);
}
