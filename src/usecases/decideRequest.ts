import { type ApproverFacts, approvalRefusal, approverRefusal, isParty } from '../cases/approvalPolicy';
import { targetRefusal } from '../cases/personKind';
import type { Decision, ProofKind, RemedyRequest } from '../cases/remedyRequest';
import { decide } from '../cases/requestDecisions';
import type { StoreTransaction } from '../ports/store';
import { findRequest, type RequestReference } from './findRequest';
import { readApprover } from './readApprover';
import type { RequestDeps } from './requestDeps';
import { refreshCards, requestJobKinds, tellEverybody } from './requestJobs';
import type { DecisionRefusal } from '../cases/requestRefusals';
import { retryOnConflict } from './retryOnConflict';

/** What an approver sent: by pressing a card's button, or by typing a request's number. */
export interface DecisionWish {
  readonly reference: RequestReference;
  /** Where it was sent. */
  readonly conversationId: string;
  /** Who sent it, as the Bot Connector vouches for them. */
  readonly approverId: string;
  readonly decision: 'approved' | 'denied';
  readonly reason: string;
  /** How the approver made sure who the person is; needed to approve. */
  readonly proof?: ProofKind | undefined;
}

export type DecisionOutcome =
  | { readonly ok: true; readonly request: RemedyRequest }
  | {
      readonly ok: false;
      readonly refusal: DecisionRefusal;
      /** The request as it is now, where the speaker may know it: to say who decided. */
      readonly request?: RemedyRequest | undefined;
    };

/** What an approver may write. */
const longestReason = 500;

/**
 * Decides a request. Authority comes from who speaks, read live from the tenant; the token only says which request
 * is meant. A refusal changes nothing and burns no token (SECURITY S1, S2, S3, S9, S10).
 */
export async function decideRequest(deps: RequestDeps, given: DecisionWish): Promise<DecisionOutcome> {
  const wish = { ...given, approverId: given.approverId.toLowerCase(), reason: given.reason.trim() };
  const found = await deps.store.transaction((tx) => findRequest(tx, wish, deps.clock()));
  const approver = await readApprover(deps, wish.approverId);
  const refusal = await refusalOf(deps, wish, approver, found);
  if (refusal !== undefined) return refused(deps, wish, refusal, found);
  if (found === undefined) return refused(deps, wish, 'unknownRequest', found);
  const outcome = await retryOnConflict(deps.store, (tx) => save(deps, tx, wish, approver, found.id));
  return outcome.ok ? outcome : refused(deps, wish, outcome.refusal, outcome.request);
}

/** Whoever may approve nothing at all is told so before anything is said about a request (SECURITY S20). */
async function refusalOf(
  deps: RequestDeps,
  wish: DecisionWish,
  approver: ApproverFacts,
  request: RemedyRequest | undefined,
): Promise<DecisionRefusal | undefined> {
  if (request !== undefined && isParty(request, approver.id)) return 'mayNotApproveOwnRequest';
  const general = approverRefusal(approver, deps.approvals);
  if (general !== undefined) return general;
  if (request === undefined) return 'unknownRequest';
  return wordsRefusal(wish) ?? (await personRefusal(deps, wish, approver, request));
}

function wordsRefusal(wish: DecisionWish): DecisionRefusal | undefined {
  if (wish.reason === '') return 'reasonMissing';
  if (wish.reason.length > longestReason) return 'reasonTooLong';
  return wish.decision === 'approved' && wish.proof === undefined ? 'proofMissing' : undefined;
}

/** The person may have become somebody whom one approver cannot decide about. Denying stays possible. */
async function personRefusal(
  deps: RequestDeps,
  wish: DecisionWish,
  approver: ApproverFacts,
  request: RemedyRequest,
): Promise<DecisionRefusal | undefined> {
  if (request.state !== 'pending') return undefined;
  const [person, standing] = await Promise.all([
    deps.directory.person(request.personId),
    deps.directory.standing(request.personId),
  ]);
  const target = wish.decision === 'approved' ? targetRefusal(person, standing, deps.approvals) : undefined;
  return target ?? approvalRefusal(request, approver, deps.approvals, standing);
}

/** Compares and sets in one transaction: of many who press at once, one decides and the others learn who did. */
async function save(
  deps: RequestDeps,
  tx: StoreTransaction,
  wish: DecisionWish,
  approver: ApproverFacts,
  requestId: string,
): Promise<DecisionOutcome> {
  const current = await tx.requests.find(requestId);
  if (current === undefined) return { ok: false, refusal: 'unknownRequest' };
  // Somebody can have become a party since the request was read (a second request was merged into it).
  if (isParty(current, approver.id)) return { ok: false, refusal: 'mayNotApproveOwnRequest' };
  // One that came up since it was asked for; denying stays possible (SECURITY S26).
  const flagged = wish.decision === 'approved' && (await tx.cases.redFlagsOf(current.personId)).length > 0;
  if (current.state === 'pending' && flagged) return { ok: false, refusal: 'redFlag' };
  const decided = decide(current, decisionOf(deps, wish, approver));
  if (!decided.ok) return { ok: false, refusal: decided.refusal, request: current };
  const saved = await tx.requests.save(decided.request);
  if (wish.decision === 'approved') {
    await tx.outbox.add({
      kind: requestJobKinds.runRemedy,
      payload: { requestId },
      idempotencyKey: `${requestJobKinds.runRemedy}:${requestId}`,
    });
  }
  await refreshCards(tx, saved);
  await tellEverybody(tx, saved, wish.decision);
  await tx.audit.append({
    event: `request.${wish.decision}`,
    actorId: approver.id,
    caseId: saved.caseId,
    requestId,
    detail: { digest: saved.digest, proof: saved.decision?.proof ?? null, by: byWhat(wish) },
  });
  return { ok: true, request: saved };
}

function decisionOf(deps: RequestDeps, wish: DecisionWish, approver: ApproverFacts): Decision {
  return {
    decision: wish.decision,
    approverId: approver.id,
    approverName: approver.person?.displayName ?? approver.id,
    at: deps.clock(),
    reason: wish.reason,
    proof: wish.decision === 'approved' ? wish.proof : undefined,
  };
}

/** Slips of the pen, and losing a race, are no security events; everything else is (SECURITY S3, S10). */
const notAudited: readonly DecisionRefusal[] = [
  'reasonMissing',
  'reasonTooLong',
  'proofMissing',
  'alreadyDecided',
];

async function refused(
  deps: RequestDeps,
  wish: DecisionWish,
  refusal: DecisionRefusal,
  request: RemedyRequest | undefined,
): Promise<DecisionOutcome> {
  if (!notAudited.includes(refusal)) {
    await deps.store.transaction((tx) =>
      tx.audit.append({
        event: 'request.decisionRefused',
        actorId: wish.approverId,
        caseId: request?.caseId,
        requestId: request?.id,
        detail: { refusal, decision: wish.decision, by: byWhat(wish) },
      }),
    );
    deps.log.warn({ requestId: request?.id, refusal }, 'a decision was refused');
  }
  const mayKnow = refusal === 'alreadyDecided' || refusal === 'expired';
  return { ok: false, refusal, request: mayKnow ? request : undefined };
}

function byWhat(wish: DecisionWish): 'card' | 'command' {
  return 'token' in wish.reference ? 'card' : 'command';
}
