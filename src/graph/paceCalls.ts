import type { Middleware } from '@microsoft/microsoft-graph-client';
import { graphMiddleware, requestUrl } from './graphMiddleware';
import { pacedGroupOf } from './paceLimits';
import type { PacedGroup } from './paceLimits';
import { ownPace } from './pacer';
import type { Pacer, Turn } from './pacer';
import { retryAfterMs } from './retryAfter';

export interface Pacing {
  readonly pacer: Pacer;
  /** How long a call of each group may wait for its turn. 0: it goes now or not at all. */
  readonly patienceMs: Readonly<Record<Exclude<PacedGroup, 'methods'>, number>>;
}

/** Without a word from Microsoft, as from identity protection: a second, as the limit has it. */
const pauseMs = 1000;
/** A longer pause than this is no pause but an outage; the next call may try. */
const longestPauseMs = 5 * 60_000;

/**
 * Each attempt waits for its turn among the calls that Microsoft counts with it. Reading methods again is what a remedy
 * rests on, and removing them is the remedy: these calls are counted, so that evidence keeps clear of them, but never
 * held back by a limit that is only assumed.
 */
export function paceCalls({ pacer, patienceMs }: Pacing): Middleware {
  return graphMiddleware(async (context, next) => {
    const group = pacedGroupOf(requestUrl(context).pathname);
    if (group === undefined) return next();
    const turn = group === 'methods' ? pacer.count(group) : await turnOf(pacer, group, patienceMs[group]);
    try {
      await next();
    } finally {
      turn.end(askedToWait(context.response));
    }
  });
}

async function turnOf(pacer: Pacer, group: PacedGroup, patienceMs: number): Promise<Turn> {
  if (patienceMs > 0) return pacer.turn(group, patienceMs);
  const turn = pacer.turnNow(group);
  if (turn === undefined) throw ownPace();
  return turn;
}

function askedToWait(response: Response | undefined): number {
  if (response?.status !== 429) return 0;
  return Math.min(retryAfterMs(response.headers) ?? pauseMs, longestPauseMs);
}
