import type { RequestState } from '../cases/remedyRequest';
import type { Store } from '../ports/store';

const waiting = ['awaitingProof', 'pending'] as const satisfies readonly RequestState[];

/** How many requests wait for a proof, and how many for an approver, for the metrics. */
export function countWaiting(store: Store): Promise<readonly (readonly [number, { state: string }])[]> {
  return store.transaction((tx) =>
    Promise.all(
      waiting.map(async (state) => [(await tx.requests.inState(state)).length, { state }] as const),
    ),
  );
}
