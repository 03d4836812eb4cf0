import { canonicalPlan } from '../cases/canonicalPlan';
import type { RemedyChoices } from '../cases/remedyChoices';
import type { RemedyRequest } from '../cases/remedyRequest';
import { reopen } from '../cases/requestDecisions';
import type { PlanRefusal } from '../cases/requestRefusals';
import type { StoreTransaction } from '../ports/store';
import { type Planned, planRemedy } from './planRemedy';
import { choicesOfPlan } from './planners';
import type { RequestDeps } from './requestDeps';
import { expireLater, refreshCards, requestJobKinds } from './requestJobs';
import { retryOnConflict } from './retryOnConflict';
import { sha256 } from './sha256';

export type ChangeRefusal = PlanRefusal | 'notStaff' | 'unknownRequest' | 'nothingToChange' | 'tooLate';

export type ChangeOutcome =
  | { readonly ok: true; readonly request: RemedyRequest }
  | { readonly ok: false; readonly refusal: ChangeRefusal };

/** What staff want to be otherwise, said in their own channel. */
export interface ChangeWish {
  readonly number: string;
  readonly actorId: string;
  readonly inStaffChannel: boolean;
  readonly choices: Pick<RemedyChoices, 'minutes' | 'revokeSessions'>;
}

/**
 * Staff change what a request would do. It is planned anew, the approvals that were given for the other plan are void,
 * and so is every link that waits for a sign-in; who changed it cannot approve it (SECURITY S8, S12).
 */
export async function changeRequest(deps: RequestDeps, given: ChangeWish): Promise<ChangeOutcome> {
  const wish = { ...given, actorId: given.actorId.toLowerCase() };
  if (!wish.inStaffChannel) return { ok: false, refusal: 'notStaff' };
  const found = await deps.store.transaction((tx) => tx.requests.findByNumber(wish.number));
  if (found === undefined) return { ok: false, refusal: 'unknownRequest' };
  const { personId, remedy } = found;
  const planned = await planRemedy(deps, { ...choicesOfPlan(found.plan), ...wish.choices, personId, remedy });
  if (!planned.ok) return planned;
  return retryOnConflict(deps.store, (tx) => save(deps, tx, wish, found.id, planned));
}

async function save(
  deps: RequestDeps,
  tx: StoreTransaction,
  { actorId }: ChangeWish,
  requestId: string,
  { kind, plan }: Extract<Planned, { ok: true }>,
): Promise<ChangeOutcome> {
  const current = await tx.requests.find(requestId);
  if (current === undefined) return { ok: false, refusal: 'unknownRequest' };
  const digest = sha256(canonicalPlan(plan));
  if (current.digest === digest) return { ok: false, refusal: 'nothingToChange' };
  const reopened = reopen(current, { plan, digest });
  if (!reopened.ok || deps.clock() >= current.expiresAt) return { ok: false, refusal: 'tooLate' };
  const alsoAskedBy = [...new Set([...(current.alsoAskedBy ?? []), actorId])];
  const saved = await tx.requests.save({ ...reopened.request, personKind: kind, alsoAskedBy });
  await tx.outbox.add({ kind: requestJobKinds.postRequestCards, payload: { requestId } });
  await refreshCards(tx, saved);
  await expireLater(tx, saved, saved.expiresAt);
  await tx.audit.append({
    event: 'request.changed',
    actorId,
    caseId: saved.caseId,
    requestId,
    detail: { before: current.digest, digest, approvalsVoided: current.approvals.length },
  });
  return { ok: true, request: saved };
}
