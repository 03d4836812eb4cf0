import type { Socket } from 'node:net';
import type { Next, Request, Response, Server } from 'restify';
import type { Log } from '../log';
import { sendError } from './httpAnswers';

const headers = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=31536000',
  'X-Content-Type-Options': 'nosniff',
};

/** Teams' connector needs well under a second to send; a slow sender holds a socket at most this long. */
const headersTimeoutMs = 10_000;
const requestTimeoutMs = 15_000;
/** Longer than the idle time of common load balancers, which would otherwise reuse a closed connection. */
const keepAliveTimeoutMs = 65_000;

/** What restify leaves open: errors that quote their cause, upgrades without an answer, waiting without an end. */
export function harden(server: Server, log: Log): void {
  server.pre((_request: Request, response: Response, next: Next) => {
    for (const [name, value] of Object.entries(headers)) response.header(name, value);
    next();
  });
  server.on('restifyError', (_request: Request, response: Response, error: unknown, done: () => void) => {
    const status = statusOf(error);
    if (status === 500) log.error({ err: error }, 'request failed');
    sendError(response, status);
    done();
  });
  // restify passes the event on, and with a listener Node no longer closes the socket itself.
  server.on('upgrade', (_request: Request, socket: Socket) => socket.destroy());
  server.server.headersTimeout = headersTimeoutMs;
  server.server.requestTimeout = requestTimeoutMs;
  server.server.keepAliveTimeout = keepAliveTimeoutMs;
}

/** restify's own errors (not found, too large, not JSON) carry the caller's status; all others are ours. */
function statusOf(error: unknown): number {
  const status: unknown = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}
