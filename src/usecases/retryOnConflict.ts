import { isFault } from '../faults';
import type { Store, StoreTransaction } from '../ports/store';

/** A request is changed by few people at once: who loses this often in a row has met a bug. */
const attempts = 5;

/** Runs a transaction again where somebody else changed the same row first, so that the loser sees who won. */
export async function retryOnConflict<Result>(
  store: Store,
  work: (tx: StoreTransaction) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await store.transaction(work);
    } catch (thrown) {
      if (!isFault(thrown, 'store-conflict') || attempt === attempts) throw thrown;
    }
  }
}
