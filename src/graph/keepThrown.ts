import { GraphClientError } from '@microsoft/microsoft-graph-client';
import type { Middleware } from '@microsoft/microsoft-graph-client';
import { graphMiddleware } from './graphMiddleware';

/**
 * The first link of the chain. The SDK replaces whatever a link throws by an error of its own that keeps
 * only the text; its `GraphClientError` alone passes untouched, so it carries the original out.
 */
export function keepThrown(): Middleware {
  return graphMiddleware(async (_context, next) => {
    await next().catch((thrown: unknown) => {
      const carrier = new GraphClientError('thrown in the chain');
      carrier.customError = thrown;
      throw carrier;
    });
  });
}

/** What was thrown in the chain, taken out again. */
export function takeThrown(thrown: unknown): Error {
  const original: unknown = thrown instanceof GraphClientError ? thrown.customError : thrown;
  return original instanceof Error ? original : new Error('The Graph client failed.', { cause: original });
}
