import type { RequestState } from './remedyRequest';

/**
 * Which state of a request may follow which. `frozen` wins over everything that is not yet running;
 * what runs is finished or fails, and what is finished stays so.
 */
const requestTransitions: Readonly<Record<RequestState, readonly RequestState[]>> = {
  draft: ['awaitingProof', 'pending', 'withdrawn', 'frozen'],
  awaitingProof: ['pending', 'denied', 'expired', 'withdrawn', 'frozen'],
  pending: ['approved', 'awaitingProof', 'denied', 'expired', 'withdrawn', 'frozen'],
  // Back to waiting where the plan, or who the person is, changed after the approval (SECURITY S8, S9).
  approved: ['claimed', 'pending', 'awaitingProof', 'expired', 'withdrawn', 'frozen'],
  claimed: ['running', 'failed', 'frozen'],
  running: ['done', 'partial', 'failed'],
  done: [],
  partial: [],
  failed: [],
  denied: [],
  expired: [],
  withdrawn: [],
  // Only a recorded security decision leads out, and it leads to nothing being done (SECURITY S26).
  frozen: ['denied'],
};

/** Whether a request in the one state may be brought into the other. */
export function mayBecome(from: RequestState, to: RequestState): boolean {
  return requestTransitions[from].includes(to);
}

/** Whether nothing can happen to a request any more. */
export function isOver(state: RequestState): boolean {
  return requestTransitions[state].length === 0;
}
