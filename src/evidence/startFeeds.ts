import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { feedNames, feeds, type FeedName } from './feeds';
import { longestPauseMs, readFeed, type FeedDeps } from './readFeed';

export interface FeedLoopDeps extends FeedDeps {
  /** Which process this is: of several, one reads for all. */
  readonly holder: string;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** How often it is looked whether something is due. */
  readonly pollMs: number;
  /** After each look in which something was read: what follows from it. */
  readonly afterReading?: () => Promise<void>;
}

export interface FeedLoop {
  /** Reads everything that is due, whoever is the reader; for tests and for the first start of the sandbox. */
  readDue(): Promise<void>;
  stop(): Promise<void>;
}

const leaseName = 'feeds';
/** A reader that died is followed by another one after this. */
const leaseMs = 60_000;
/** How long a stop waits for pages that are on their way. */
const lastPagesMs = 2000;
const forgetEveryMs = 10 * 60_000;

/** Reads the tenant's records on their schedule, as long as this process is the one that reads for all. */
export function startFeeds(deps: FeedLoopDeps): FeedLoop {
  const running = new Map<FeedName, Promise<void>>();
  const idle = new AbortController();
  let forgotAt: number | undefined;

  async function readDue(): Promise<void> {
    const names = (await dueFeeds(deps)).filter((name) => !running.has(name));
    await Promise.all(
      names.map((name) => {
        const reading = readOne(deps, name, idle.signal).finally(() => running.delete(name));
        running.set(name, reading);
        return reading;
      }),
    );
    if (names.length > 0 && !idle.signal.aborted) await deps.afterReading?.();
  }

  async function look(): Promise<void> {
    const now = deps.clock();
    if (!(await holdsLease(deps, now))) return;
    if (forgotAt === undefined || now - forgotAt >= forgetEveryMs) {
      forgotAt = now;
      await forgetOld(deps, now);
    }
    // Not waited for: a long list must not keep the short ones, or the lease, from their turn.
    void readDue().catch((thrown: unknown) => {
      deps.log.error({ err: thrown }, 'what follows from reading the tenant failed');
    });
  }

  async function loop(): Promise<void> {
    while (!idle.signal.aborted) {
      await look().catch((thrown: unknown) => {
        deps.log.error({ err: thrown }, 'the readings that are due could not be looked up');
      });
      await sleep(deps.pollMs, undefined, { signal: idle.signal }).catch(() => undefined); // rejects when stopped
    }
  }

  const looping = loop();
  return {
    readDue,
    async stop() {
      idle.abort();
      await looping;
      // What waits for its turn with Microsoft is not waited for: it is read again after the next start.
      await Promise.race([Promise.all(running.values()), sleep(lastPagesMs, undefined, { ref: false })]);
      await deps.store.transaction((tx) => tx.tenant.release(leaseName, deps.holder));
    },
  };
}

async function dueFeeds(deps: FeedLoopDeps): Promise<readonly FeedName[]> {
  const now = deps.clock();
  const states = await deps.store.transaction((tx) => tx.tenant.feeds());
  return feedNames.filter((name) => {
    const dueAt = states.find(({ feed }) => feed === name)?.dueAt ?? now;
    // A due time beyond every pause was written by a clock that was ahead.
    return dueAt <= now || dueAt - now > Math.max(feeds[name].everyMs, longestPauseMs);
  });
}

async function readOne(deps: FeedLoopDeps, name: FeedName, stopped: AbortSignal): Promise<void> {
  try {
    const { fault, needs } = await readFeed(deps, name);
    if (fault !== undefined) deps.log.warn({ feed: name, fault, needs }, 'the tenant could not be read');
  } catch (thrown) {
    if (stopped.aborted) return;
    deps.log.error({ feed: name, err: thrown }, 'reading the tenant failed');
  }
}

function holdsLease(deps: FeedLoopDeps, now: number): Promise<boolean> {
  return deps.store.transaction((tx) => tx.tenant.lease(leaseName, deps.holder, now, now + leaseMs));
}

/** What is kept goes by its time also where reading fails. */
function forgetOld(deps: FeedLoopDeps, now: number): Promise<void> {
  return deps.store.transaction(async (tx) => {
    for (const name of feedNames) await tx.tenant.forget(name, now - deps.keptForMs);
  });
}
