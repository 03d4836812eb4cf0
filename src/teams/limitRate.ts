import type { Next, Request, Response, Server } from 'restify';
import type { Log } from '../log';
import type { Clock } from '../ports/clock';
import { callerAddress } from './callerAddress';
import { sendError } from './httpAnswers';
import { createRateLimit } from './rateLimit';

/**
 * All of a tenant's messages come from a few addresses of Microsoft's connector. On the day when everybody writes at once
 * none of them may be refused: 500 a second are more than an instance can answer, and little work to turn away.
 */
const messagesPerMinute = 30_000;
/** A person opens a page now and then. */
const pagesPerMinute = 120;
const addressesKept = 10_000;

/** Slows down whoever comes too often, before anything is read or checked (SECURITY S19). Health is never refused. */
export function limitRate(server: Server, deps: { clock: Clock; proxies: number; log: Log }): void {
  const limit = (perMinute: number) =>
    createRateLimit({ perMinute, capacity: addressesKept, clock: deps.clock });
  const [messages, pages] = [limit(messagesPerMinute), limit(pagesPerMinute)];
  server.pre((request: Request, response: Response, next: Next) => {
    const path = request.path();
    if (path === '/healthz' || path === '/readyz') {
      next();
      return;
    }
    const address = addressOf(request, deps.proxies);
    const seconds = (path === '/api/messages' ? messages : pages).wait(address);
    if (seconds === 0) {
      next();
      return;
    }
    deps.log.warn({ path: path === '/api/messages' ? path : 'page' }, 'too many requests');
    response.header('Retry-After', String(seconds));
    response.header('Connection', 'close'); // the body stays unread
    sendError(response, 429);
    next(false);
  });
}

function addressOf(request: Request, proxies: number): string {
  const header = request.headers['x-forwarded-for'];
  const forwardedFor = Array.isArray(header) ? header.join(',') : header;
  return callerAddress({ socketAddress: request.socket.remoteAddress, forwardedFor }, proxies);
}
