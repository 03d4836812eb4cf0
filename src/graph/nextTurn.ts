import type { PaceLimit } from './paceLimits';

/** What has gone out of one group. */
export interface Pace {
  readonly underWay: number;
  /** When the requests ended that are not yet forgotten, oldest first. */
  readonly endedAt: readonly number[];
  /** Microsoft asked to wait until then. */
  readonly pausedUntil: number;
}

/**
 * When the next request may go: a time, which may be over already, or once one that is under way has ended. Microsoft counts
 * a request when it arrives, somewhere between its start and its end: counted from the end, none is ever too early.
 */
export function nextTurn(limit: PaceLimit, pace: Pace, now: number): number | 'when-one-ends' {
  const counted = pace.endedAt.filter((at) => at > now - limit.perMs);
  const tooMany = pace.underWay + counted.length - limit.requests;
  if (tooMany < 0) return Math.max(now, pace.pausedUntil);
  const lastToForget = counted[tooMany];
  return lastToForget === undefined
    ? 'when-one-ends'
    : Math.max(lastToForget + limit.perMs, pace.pausedUntil);
}
