import type { Decision, JournalStep, Proof, RemedyRequest, RequestState } from './remedyRequest';
import { mayBecome } from './requestTransitions';
import { sameId } from './sameId';

/** An approval that was not run within this time is void: the world it was given for has moved on (SECURITY S12). */
export const approvalValidMs = 15 * 60_000;

/** Why the state of a request does not allow what was asked. */
export type StateRefusal =
  | 'alreadyDecided'
  | 'alreadyApprovedByYou'
  | 'expired'
  | 'notExpiredYet'
  | 'tooLate'
  | 'notApproved'
  | 'notRunning';

export type Changed =
  | { readonly ok: true; readonly request: RemedyRequest }
  | { readonly ok: false; readonly refusal: StateRefusal };

/**
 * Denies a request that waits, or adds an approval; it is approved once `howMany` different people have done so.
 * At `expiresAt` itself it is too late.
 */
export function decide(request: RemedyRequest, decision: Decision, howMany: number): Changed {
  if (request.state === 'expired') return refused('expired');
  // Out of a freeze leads only a decision of security's own.
  if (request.state === 'frozen' || !mayBecome(request.state, decision.decision))
    return refused('alreadyDecided');
  if (decision.at >= request.expiresAt) return refused('expired');
  if (decision.decision === 'denied') return changed({ ...request, state: 'denied', decision });
  if (request.approvals.some(({ approverId }) => sameId(approverId, decision.approverId)))
    return refused('alreadyApprovedByYou');
  const approvals = [...request.approvals, decision];
  return changed(
    approvals.length < howMany
      ? { ...request, approvals }
      : { ...request, approvals, state: 'approved', decision },
  );
}

/** Writes down that somebody made sure who the person is; a newer proof takes the place of an older one. */
export function prove(request: RemedyRequest, proof: Proof): Changed {
  if (request.state === 'expired') return refused('expired');
  if (request.state !== 'awaitingProof' && request.state !== 'pending') return refused('alreadyDecided');
  if (proof.at >= request.expiresAt) return refused('expired');
  return changed({ ...request, state: 'pending', proof });
}

/**
 * Voids the approvals given so far, because what they were given for has changed: the plan, or who the person is
 * (SECURITY S8, S9). What runs already cannot be brought back.
 */
export function reopen(
  request: RemedyRequest,
  change: Partial<Pick<RemedyRequest, 'plan' | 'digest'>> = {},
): Changed {
  const open: readonly RequestState[] = ['awaitingProof', 'pending', 'approved'];
  if (!open.includes(request.state)) return refused('tooLate');
  const state = request.proof === undefined ? 'awaitingProof' : 'pending';
  return changed({ ...request, ...change, state, approvals: [], decision: undefined });
}

/** Takes a request back. Possible until it is claimed for execution. */
export function withdraw(request: RemedyRequest): Changed {
  return mayBecome(request.state, 'withdrawn') ? moved(request, 'withdrawn') : refused('tooLate');
}

/** Ends a request that nobody decided, or whose approval was not run in time. */
export function expire(request: RemedyRequest, now: number): Changed {
  if (!mayBecome(request.state, 'expired')) return refused('alreadyDecided');
  return now < validUntil(request) ? refused('notExpiredYet') : moved(request, 'expired');
}

/** Takes an approved request for execution. There is one claim, ever. */
export function claim(request: RemedyRequest, now: number): Changed {
  if (request.state !== 'approved') return refused('notApproved');
  return now < validUntil(request) ? moved(request, 'claimed') : refused('expired');
}

/** From here on, and only from here on, the tenant may be written. */
export function start(request: RemedyRequest): Changed {
  return mayBecome(request.state, 'running') ? moved(request, 'running') : refused('notApproved');
}

/** Ends an execution with what came of it. */
export function finish(request: RemedyRequest, outcome: 'done' | 'partial' | 'failed'): Changed {
  return mayBecome(request.state, outcome) ? moved(request, outcome) : refused('notRunning');
}

/** Stops everything about a request that is not running yet. */
export function freeze(request: RemedyRequest): Changed {
  return mayBecome(request.state, 'frozen') ? moved(request, 'frozen') : refused('tooLate');
}

/** Ends a frozen request by security's decision: nothing of it is ever done, and a new one may be made. */
export function endFreeze(request: RemedyRequest, decision: Decision): Changed {
  return request.state === 'frozen'
    ? changed({ ...request, state: 'denied', decision })
    : refused('alreadyDecided');
}

/** Writes a step down. Steps are written while a request is claimed or running, never before or after. */
export function journal(request: RemedyRequest, step: JournalStep): Changed {
  const writable = request.state === 'claimed' || request.state === 'running';
  return writable ? changed({ ...request, journal: [...request.journal, step] }) : refused('notRunning');
}

/** When a request that waits, or whose approval was not run, is over. */
export function validUntil(request: RemedyRequest): number {
  const approved = request.state === 'approved' ? request.decision : undefined;
  return approved === undefined ? request.expiresAt : approved.at + approvalValidMs;
}

function moved(request: RemedyRequest, state: RequestState): Changed {
  return changed({ ...request, state });
}

function changed(request: RemedyRequest): Changed {
  return { ok: true, request };
}

function refused(refusal: StateRefusal): Changed {
  return { ok: false, refusal };
}
