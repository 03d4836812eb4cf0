import type { Case } from '../cases/case';
import type { Language } from '../cases/language';
import { nobodyMayApprove } from '../cases/approvalPolicy';
import { isProtective, laneOf, type RemedyKind } from '../cases/remedyPlan';
import { canonicalPlan } from '../cases/canonicalPlan';
import type { RemedyChoices } from '../cases/remedyChoices';
import { chatPhrase, phraseWords } from '../cases/chatPhrase';
import type { Door, RemedyRequest } from '../cases/remedyRequest';
import { sameId } from '../cases/sameId';
import { stateOnceAsked } from '../cases/whoHasIt';
import type { StoreTransaction } from '../ports/store';
import { countRequest } from './countRequests';
import { drawNumber } from './drawNumber';
import { notReachable } from './notReachable';
import { type Planned, planRemedy } from './planRemedy';
import type { RequestDeps } from './requestDeps';
import { expireLater, requestJobKinds, tellEverybody } from './requestJobs';
import type { RequestRefusal } from '../cases/requestRefusals';
import { count } from '../telemetry';
import { requestBarred } from './requestBarred';
import { retryOnConflict } from './retryOnConflict';
import { sha256 } from './sha256';

export interface RemedyWish extends RemedyChoices {
  readonly caseId: string;
  readonly personId: string;
  readonly requesterId: string;
  readonly openerId: string;
  /** Whose word brought it. */
  readonly door: Door;
  readonly remedy: RemedyKind;
  /** The language in which the person concerned is told. */
  readonly language: Language;
}

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
  const { askManager, postRequestCards } = requestJobKinds;
  await tx.outbox.add({ kind: askManager, payload, idempotencyKey: `${askManager}:${request.id}` });
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
    actorId: wish.requesterId,
    caseId: request.caseId,
    requestId: request.id,
    detail: {
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

async function newRequest(
  deps: RequestDeps,
  tx: StoreTransaction,
  wish: RemedyWish,
  planned: Extract<Planned, { ok: true }>,
  known: Case,
): Promise<RemedyRequest> {
  const now = deps.clock();
  return {
    tenantId: known.tenantId,
    id: deps.random.id(),
    number: await freeNumber(deps, tx),
    caseId: known.id,
    state: 'awaitingProof',
    version: 1,
    remedy: wish.remedy,
    personId: wish.personId,
    personName: planned.person.displayName,
    personUpn: planned.person.userPrincipalName,
    personLanguage: wish.language,
    requesterId: wish.requesterId,
    openerId: wish.openerId,
    // Who the store knows to have opened the case may not approve either, whoever the caller says it was.
    ...(sameId(known.openerId, wish.openerId) ? {} : { alsoAskedBy: [known.openerId] }),
    plan: planned.plan,
    digest: sha256(canonicalPlan(planned.plan)),
    createdAt: now,
    expiresAt: now + Math.min(deps.approvals.requestValidMs, planned.row.requestValidMinutes * 60_000),
    door: wish.door,
    personKind: planned.kind,
    ...(wish.door === 'own' ? { phrase: newPhrase(deps, wish.language) } : {}),
    ...(deps.approvals.dryRun === true ? { dryRun: true } : {}),
    approvals: [],
    journal: [],
  };
}

function newPhrase({ random }: RequestDeps, language: Language): string {
  return chatPhrase(language, [random.below(phraseWords), random.below(phraseWords)]);
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

function freeNumber({ random }: RequestDeps, tx: StoreTransaction): Promise<string> {
  return drawNumber(random, 'R', async (number) => (await tx.requests.findByNumber(number)) === undefined);
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
