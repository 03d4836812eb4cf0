import type { RequestState } from './remedyRequest';

/**
 * Which state of a request may follow which. `frozen` wins over everything that is not yet running;
 * what runs is finished or fails, and what is finished stays so.
 */
const requestTransitions: Readonly<Record<RequestState, readonly RequestState[]>> = {
  draft: ['awaitingProof', 'pending', 'withdrawn', 'frozen'],
  awaitingProof: ['pending', 'expired', 'withdrawn', 'frozen'],
  pending: ['approved', 'denied', 'expired', 'withdrawn', 'frozen'],
  approved: ['claimed', 'expired', 'withdrawn', 'frozen'],
  claimed: ['running', 'failed', 'frozen'],
  running: ['done', 'partial', 'failed'],
  done: [],
  partial: [],
  failed: [],
  denied: [],
  expired: [],
  withdrawn: [],
  frozen: [],
};

/** Whether a request in the one state may be brought into the other. */
export function mayBecome(from: RequestState, to: RequestState): boolean {
  return requestTransitions[from].includes(to);
}

/** Whether nothing can happen to a request any more. */
export function isOver(state: RequestState): boolean {
  return requestTransitions[state].length === 0;
}
