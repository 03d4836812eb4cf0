import { isFault, type Fault } from '../faults';
import type { Clock } from '../ports/clock';
import type { Store } from '../ports/store';
import type { TenantEvidence } from '../ports/tenantEvidence';
import type { FeedState } from '../ports/tenantMemory';
import { feeds, looksDeep, type FeedName } from './feeds';

export interface FeedDeps {
  readonly store: Store;
  readonly tenant: TenantEvidence;
  readonly ownTenantId: string;
  readonly clock: Clock;
  /** How long records of things that happened are kept. */
  readonly keptForMs: number;
}

/** What is refused for want of a permission, a plan or a setting will hardly be there a minute later. */
const refusedAgainMs = 10 * 60_000;
/** However often it failed, and whatever Retry-After says, it is tried again after this. */
export const longestPauseMs = 15 * 60_000;

/**
 * Reads one kind of record of the whole tenant once, page by page into the store, and notes how far it came.
 * A failure is noted as well, with what is missing: it is what staff are told. Only a bug is thrown.
 */
export async function readFeed(deps: FeedDeps, name: FeedName): Promise<FeedState> {
  const feed = feeds[name];
  const now = deps.clock();
  const state = await deps.store.transaction((tx) => tx.tenant.feed(name));
  const task = { tenant: deps.tenant, ownTenantId: deps.ownTenantId, now, state };
  let newest = state?.highWater;
  try {
    for await (const page of feed.pages(task)) {
      await deps.store.transaction((tx) => tx.tenant.keep(name, page, now));
      if (feed.since !== undefined)
        newest = page.reduce((latest, { at }) => Math.max(latest, at), newest ?? 0);
    }
  } catch (thrown) {
    if (!isFault(thrown)) throw thrown;
    return save(deps, afterFault(name, state, thrown, now, feed.everyMs));
  }
  const deepAt = feed.since !== undefined && looksDeep(state, now) ? now : state?.deepAt;
  const done: FeedState = {
    feed: name,
    readAt: now,
    highWater: newest === 0 ? undefined : newest,
    deepAt,
    dueAt: now + feed.everyMs,
    failures: 0,
  };
  await deps.store.transaction(async (tx) => {
    // A list that was read whole names all there is; what happened at some time goes when it was kept long enough.
    if (feed.whole) await tx.tenant.forget(name, now);
    else await tx.tenant.forgetOlder(name, now - deps.keptForMs);
  });
  return save(deps, done);
}

function afterFault(
  name: FeedName,
  state: FeedState | undefined,
  fault: Fault,
  now: number,
  everyMs: number,
): FeedState {
  const failures = (state?.failures ?? 0) + 1;
  const refused = ['graph-forbidden', 'graph-unlicensed', 'graph-off'].includes(fault.code);
  const again = Math.min(longestPauseMs, everyMs * 2 ** Math.min(failures, 6));
  const pause = refused
    ? Math.max(refusedAgainMs, everyMs)
    : Math.min(longestPauseMs, Math.max(fault.retryAfterMs ?? 0, again));
  return { ...state, feed: name, dueAt: now + pause, fault: fault.code, needs: fault.needs, failures };
}

async function save(deps: FeedDeps, state: FeedState): Promise<FeedState> {
  await deps.store.transaction((tx) => tx.tenant.saveFeed(state));
  return state;
}
