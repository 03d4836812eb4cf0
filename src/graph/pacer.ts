import { Fault } from '../faults';
import { nextTurn } from './nextTurn';
import type { Pace } from './nextTurn';
import { paceLimits } from './paceLimits';
import type { PacedGroup, PaceLimit } from './paceLimits';

/** A request that was let go. */
export interface Turn {
  /** To be told in any case, and how long Microsoft asked to wait, if it did. */
  end(askedToWaitMs?: number): void;
}

/** Lets requests go no faster than Microsoft takes them. One for the tenant, shared by all clients of the process. */
export interface Pacer {
  /** Waits in the queue of its group. Throws `graph-throttled` where the turn has not come in time. */
  turn(group: PacedGroup, patienceMs: number): Promise<Turn>;
  /** A turn that is free right now and that nobody waits for. */
  turnNow(group: PacedGroup): Turn | undefined;
  /** Counts a request that cannot wait. */
  count(group: PacedGroup): Turn;
}

interface PacerDeps {
  /** Milliseconds that never go back; by default since the process started. */
  readonly clock?: (() => number) | undefined;
  readonly limits?: Readonly<Record<PacedGroup, PaceLimit>> | undefined;
}

export function createPacer(deps: PacerDeps = {}): Pacer {
  const clock = deps.clock ?? (() => performance.now());
  const limits = deps.limits ?? paceLimits;
  const queues: Readonly<Record<PacedGroup, Queue>> = {
    reports: createQueue(limits.reports, clock),
    identityProtection: createQueue(limits.identityProtection, clock),
    methods: createQueue(limits.methods, clock),
  };
  return {
    turn: (group, patienceMs) => queues[group].wait(patienceMs),
    turnNow: (group) => queues[group].now(),
    count: (group) => queues[group].start(),
  };
}

interface Queue {
  wait(patienceMs: number): Promise<Turn>;
  now(): Turn | undefined;
  start(): Turn;
}

function createQueue(limit: PaceLimit, clock: () => number): Queue {
  const waiting = new Set<(turn: Turn) => void>();
  let pace: Pace = { underWay: 0, endedAt: [], pausedUntil: 0 };
  let wakeUp: NodeJS.Timeout | undefined;

  const start = (): Turn => {
    pace = { ...pace, underWay: pace.underWay + 1 };
    let ended = false;
    return {
      end: (askedToWaitMs = 0) => {
        if (ended) return;
        ended = true;
        const now = clock();
        pace = {
          underWay: pace.underWay - 1,
          endedAt: [...pace.endedAt.filter((at) => at > now - limit.perMs), now],
          pausedUntil: Math.max(pace.pausedUntil, now + askedToWaitMs),
        };
        letGo();
      },
    };
  };
  const isFree = (): boolean => {
    const now = clock();
    const at = nextTurn(limit, pace, now);
    return at !== 'when-one-ends' && at <= now;
  };
  const letGo = (): void => {
    clearTimeout(wakeUp);
    for (const give of waiting) {
      if (!isFree()) break;
      waiting.delete(give);
      give(start());
    }
    const next = waiting.size === 0 ? 'when-one-ends' : nextTurn(limit, pace, clock());
    // Rounded up: a timer may not ring before its time is over.
    if (next !== 'when-one-ends') wakeUp = setTimeout(letGo, Math.ceil(next - clock()) + 1).unref();
  };
  return {
    start,
    now: () => (waiting.size === 0 && isFree() ? start() : undefined),
    wait: (patienceMs) =>
      new Promise((resolve, reject) => {
        const give = (turn: Turn): void => {
          clearTimeout(tooLate);
          resolve(turn);
        };
        const tooLate = setTimeout(() => {
          waiting.delete(give);
          reject(ownPace());
        }, patienceMs).unref();
        waiting.add(give);
        letGo();
      }),
  };
}

/** Not asked at all: the limit is kept on our side. */
export function ownPace(): Fault {
  return new Fault('graph-throttled', "The limit for these calls is used up: Monban's own pace", {
    retryable: true,
  });
}
