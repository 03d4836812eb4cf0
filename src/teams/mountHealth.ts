import type { Request, Response, Server } from 'restify';
import type { Log } from '../log';
import { sendJson } from './httpAnswers';

interface HealthDeps {
  readonly ready?: (() => Promise<Readonly<Record<string, boolean>>>) | undefined;
  readonly log: Log;
}

/**
 * `/healthz`: this process answers, so there is no need to start it again. `/readyz`: what is behind it works too, so
 * that it may get traffic. Both are open to anybody, and tell nothing but names of parts.
 */
export function mountHealth(server: Server, deps: HealthDeps): void {
  let wasReady = true;
  server.get('/healthz', async (_request: Request, response: Response) => {
    await Promise.resolve();
    sendJson(response, 200, { status: 'ok' });
  });
  server.get('/readyz', async (_request: Request, response: Response) => {
    const parts = (await deps.ready?.()) ?? {};
    const isReady = Object.values(parts).every((works) => works);
    if (isReady !== wasReady) deps.log[isReady ? 'info' : 'error']({ parts }, 'readiness changed');
    wasReady = isReady;
    sendJson(response, isReady ? 200 : 503, { status: isReady ? 'ok' : 'not-ready', parts });
  });
}
