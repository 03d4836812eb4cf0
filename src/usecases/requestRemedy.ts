import type { Case } from '../cases/case';
import { nobodyMayApprove } from '../cases/approvalPolicy';
import { isProtective, laneOf } from '../cases/remedyPlan';
import { isRestOf } from '../cases/isRestOf';
import type { RemedyRequest } from '../cases/remedyRequest';
import { sameId } from '../cases/sameId';
import { stateOnceAsked } from '../cases/whoHasIt';
import type { StoreTransaction } from '../ports/store';
import { countRequest } from './countRequests';
import { newRequest } from './newRequest';
import { notReachable } from './notReachable';
import { type Planned, planRemedy } from './planRemedy';
import type { RemedyWish } from './remedyWish';
import type { RequestDeps } from './requestDeps';
import { expireLater, requestJobKinds, tellEverybody } from './requestJobs';
import type { RequestRefusal } from '../cases/requestRefusals';
import { count } from '../telemetry';
import { requestBarred } from './requestBarred';
import { retryOnConflict } from './retryOnConflict';

export type { RemedyWish } from './remedyWish';

export type RequestOutcome =
  | {
      readonly ok: true;
      readonly request: RemedyRequest;
      /** The person had an open request already: it stands, and nobody is asked twice. */
      readonly merged: boolean;
    }
  | { readonly ok: false; readonly refusal: RequestRefusal };

/** Asks for a remedy: checks first whether it is possible at all, then writes request, jobs and audit in one go. */
export async function requestRemedy(deps: RequestDeps, given: RemedyWish): Promise<RequestOutcome> {
  const wish = withLowerCaseIds(given);
  const refusal = await settingsRefusal(deps, wish);
  if (refusal !== undefined) return refusedRequest(deps, wish, refusal);
  const planned = await planRemedy(deps, wish);
  if (planned.ok && wish.goesOn !== undefined && !isRestOf(planned.plan, wish.goesOn.from.plan))
    return refusedRequest(deps, wish, 'notTheRest');
  const outcome = await retryOnConflict(deps.store, async (tx): Promise<RequestOutcome> => {
    const known = await tx.cases.find(wish.caseId);
    const refusal = caseRefusal(known, wish);
    if (known === undefined || refusal !== undefined) return { ok: false, refusal: refusal ?? 'unknownCase' };
    const open = await tx.requests.openFor(wish.personId, laneOf(wish.remedy));
    // What runs already leaves nothing to plan, and asking for it again is merged all the same.
    if (open === undefined && !planned.ok) return planned;
    const barred =
      (await requestBarred(deps, tx, wish, open)) ??
      (planned.ok ? await notReachable(tx, planned.plan) : undefined);
    if (barred !== undefined) return { ok: false, refusal: barred };
    if (open !== undefined) return { ok: true, request: await merge(tx, open, wish, known), merged: true };
    return add(deps, tx, wish, planned, known);
  });
  return outcome.ok ? outcome : refusedRequest(deps, wish, outcome.refusal);
}

async function add(
  deps: RequestDeps,
  tx: StoreTransaction,
  wish: RemedyWish,
  planned: Planned,
  known: Case,
): Promise<RequestOutcome> {
  if (!planned.ok) return planned;
  await countRequest(tx, wish);
  return { ok: true, request: await insert(deps, tx, wish, planned, known), merged: false };
}

/** What needs no look at the tenant. */
async function settingsRefusal(deps: RequestDeps, wish: RemedyWish): Promise<RequestRefusal | undefined> {
  const { applicationRemedies, delegatedRemedies = [] } = deps.approvals;
  if (![...applicationRemedies, ...delegatedRemedies].includes(wish.remedy)) return 'remedySwitchedOff';
  if (nobodyMayApprove(deps.approvals)) return 'nobodyMayApprove';
  return caseRefusal(await deps.store.transaction((tx) => tx.cases.find(wish.caseId)), wish);
}

function caseRefusal(known: Case | undefined, wish: RemedyWish): RequestRefusal | undefined {
  if (known === undefined || known.state === 'closed') return 'unknownCase';
  return sameId(known.personId, wish.personId) ? undefined : 'caseOfSomebodyElse';
}

async function insert(
  deps: RequestDeps,
  tx: StoreTransaction,
  wish: RemedyWish,
  planned: Extract<Planned, { ok: true }>,
  known: Case,
): Promise<RemedyRequest> {
  const request = await newRequest(deps, tx, wish, planned, known);
  await tx.requests.insert(request);
  // What protects an account is done beside whatever is done about the case.
  const state = isProtective(wish.remedy) ? known.state : stateOnceAsked(known);
  await tx.cases.save({ ...known, state, updatedAt: request.createdAt });
  const payload = { requestId: request.id };
  const { askManager, askToProve, postRequestCards } = requestJobKinds;
  for (const kind of [askManager, askToProve])
    await tx.outbox.add({ kind, payload, idempotencyKey: `${kind}:${request.id}` });
  await tx.outbox.add({
    kind: postRequestCards,
    payload,
    idempotencyKey: `${postRequestCards}:${request.id}`,
  });
  await expireLater(tx, request, request.expiresAt);
  await tellEverybody(tx, request, 'requested');
  count('monban.requests.opened', { remedy: request.remedy, door: request.door });
  await tx.audit.append({
    event: 'request.opened',
    actorId: wish.goesOn?.actorId ?? wish.requesterId,
    caseId: request.caseId,
    requestId: request.id,
    detail: {
      ...(wish.goesOn === undefined ? {} : { goesOnFrom: wish.goesOn.from.id }),
      remedy: request.remedy,
      personId: request.personId,
      openerId: request.openerId,
      door: request.door,
      kind: planned.kind,
      digest: request.digest,
    },
  });
  return request;
}

/** Whoever asks for an open request again becomes a party of it, and can no longer approve it (SECURITY S3). */
async function merge(
  tx: StoreTransaction,
  open: RemedyRequest,
  wish: RemedyWish,
  known: Case,
): Promise<RemedyRequest> {
  const asked = [...new Set([...(open.alsoAskedBy ?? []), wish.requesterId, wish.openerId, known.openerId])];
  const saved = await tx.requests.save({ ...open, alsoAskedBy: asked });
  await tx.audit.append({
    event: 'request.merged',
    actorId: wish.requesterId,
    caseId: wish.caseId,
    requestId: open.id,
    detail: { remedy: wish.remedy },
  });
  return saved;
}

async function refusedRequest(
  deps: RequestDeps,
  wish: RemedyWish,
  refusal: RequestRefusal,
): Promise<RequestOutcome> {
  await deps.store.transaction((tx) =>
    tx.audit.append({
      event: 'request.refused',
      actorId: wish.requesterId,
      caseId: wish.caseId,
      detail: { refusal, remedy: wish.remedy, personId: wish.personId },
    }),
  );
  return { ok: false, refusal };
}

function withLowerCaseIds(wish: RemedyWish): RemedyWish {
  return {
    ...wish,
    personId: wish.personId.toLowerCase(),
    requesterId: wish.requesterId.toLowerCase(),
    openerId: wish.openerId.toLowerCase(),
  };
}
