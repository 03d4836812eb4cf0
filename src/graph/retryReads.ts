import { RetryHandler, RetryHandlerOptions } from '@microsoft/microsoft-graph-client';
import type { Middleware } from '@microsoft/microsoft-graph-client';
import { retryAfterMs } from './retryAfter';

/** How often and how long a read may be waited for. */
export interface RetryLimits {
  readonly retries: number;
  /** Where Graph does not say how long; the SDK adds up to a second at random. */
  readonly delaySeconds: number;
  /** A longer `Retry-After` ends the call instead: the SDK's wait cannot be cut short. */
  readonly longestWaitMs: number;
}

export const defaultRetryLimits: RetryLimits = { retries: 2, delaySeconds: 1, longestWaitMs: 5000 };

/**
 * The SDK's retries (429, 503, 504), for reads only. A write is sent once, whatever comes back: a POST that was
 * answered 503 may have been done, and a second one would issue a second pass (SECURITY S11).
 */
export function retryReads(limits: RetryLimits): Middleware {
  return new RetryHandler(
    new RetryHandlerOptions(
      limits.delaySeconds,
      limits.retries,
      (_delay, _attempt, _request, options, response) => {
        if (options?.method !== 'GET') return false;
        const asked = response.headers.get('Retry-After');
        if (asked === null) return true;
        // The SDK reads a date against our own clock, which may be wrong by hours: only seconds are waited for.
        return (
          Number.isFinite(Number(asked)) && (retryAfterMs(response.headers) ?? 0) <= limits.longestWaitMs
        );
      },
    ),
  );
}
