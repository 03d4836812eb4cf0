import type { Middleware } from '@microsoft/microsoft-graph-client';
import { noAnswer } from './graphErrors';
import { graphMiddleware } from './graphMiddleware';

/**
 * One attempt: has its own time limit, body included (the SDK has none), and follows no redirect,
 * which could lead the token or a pass to another host.
 */
export function attempt(timeoutMs: number): Middleware {
  return graphMiddleware(async (context, next) => {
    context.options = { ...context.options, redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) };
    await next().catch((thrown: unknown) => {
      throw noAnswer(thrown);
    });
  });
}
