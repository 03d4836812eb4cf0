import { type ApproverFacts, approverRefusal, isParty } from '../cases/approvalPolicy';
import { type Confirmation, usedAs } from '../cases/confirmation';
import type { Decision, RemedyRequest } from '../cases/remedyRequest';
import { decide, validUntil } from '../cases/requestDecisions';
import type { DecisionRefusal } from '../cases/requestRefusals';
import { Fault } from '../faults';
import type { StoreTransaction } from '../ports/store';
import { inCase, measure } from '../telemetry';
import { approvalBarred, asTheyAreNow } from './approvalBarred';
import { countApproval } from './countRequests';
import { findRequest, type RequestReference } from './findRequest';
import { judgeApproval } from './judgeApproval';
import { readApprover } from './readApprover';
import { readTarget, type Target } from './readTarget';
import type { RequestDeps } from './requestDeps';
import { expireLater, refreshCards, requestJobKinds, tellEverybody } from './requestJobs';
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
  /** The approver's fresh sign-in for this very decision, where they have made one. */
  readonly confirmation?: Confirmation | undefined;
}

export type DecisionOutcome =
  | { readonly ok: true; readonly request: RemedyRequest }
  | {
      readonly ok: false;
      readonly refusal: DecisionRefusal;
      /** The request as it is now, where the speaker may know it: to say who decided, or to confirm by signing in. */
      readonly request?: RemedyRequest | undefined;
    };

/** What an approver may write. */
const longestReason = 500;

/** What of the tenant and the policy a decision is judged by. */
interface Judged {
  readonly refusal?: DecisionRefusal | undefined;
  readonly target?: Extract<Target, { ok: true }> | undefined;
}

/** A request changes a few times in its life: who is overtaken this often in a row has met a bug. */
const mostAttempts = 8;

/**
 * Decides a request. Authority comes from who speaks, read live from the tenant; the token only says which request
 * is meant. A refusal changes nothing and burns no token (SECURITY S1, S2, S3, S9, S10).
 */
export async function decideRequest(deps: RequestDeps, given: DecisionWish): Promise<DecisionOutcome> {
  const wish = { ...given, approverId: given.approverId.toLowerCase(), reason: given.reason.trim() };
  let present = await deps.store.transaction((tx) => findRequest(tx, wish, deps.clock()));
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const found = present;
    const approver = await readApprover(deps, wish.approverId);
    const { refusal, target } = await judge(deps, wish, approver, found);
    if (refusal !== undefined) return refused(deps, wish, refusal, found);
    if (found === undefined) return refused(deps, wish, 'unknownRequest', found);
    const outcome = await inCase(found.caseId, 'decide', { decision: wish.decision }, () =>
      retryOnConflict(deps.store, (tx) => save(deps, tx, wish, approver, found, target)),
    );
    // What was judged is not what is there any more: it is looked at again, people and all.
    if ('overtaken' in outcome) present = outcome.overtaken;
    else return outcome.ok ? outcome : refused(deps, wish, outcome.refusal, outcome.request);
  }
  throw new Fault('store-conflict', 'the request kept being changed by others', { retryable: true });
}

/** Whoever may approve nothing at all is told so before anything is said about a request (SECURITY S20). */
async function judge(
  deps: RequestDeps,
  wish: DecisionWish,
  approver: ApproverFacts,
  request: RemedyRequest | undefined,
): Promise<Judged> {
  if (request !== undefined && isParty(request, approver.id)) return { refusal: 'mayNotApproveOwnRequest' };
  const general = approverRefusal(approver, deps.approvals);
  if (general !== undefined) return { refusal: general };
  if (request === undefined) return { refusal: 'unknownRequest' };
  const words = wordsRefusal(wish);
  if (words !== undefined) return { refusal: words };
  // Out of these nothing leads back to waiting but a change that asks everybody anew.
  if (request.state !== 'pending' && request.state !== 'awaitingProof')
    return { refusal: request.state === 'expired' ? 'expired' : 'alreadyDecided' };
  const target = await readTarget(deps, request);
  // Nothing can be approved any more, but who may approve something may always say no.
  if (!target.ok) return wish.decision === 'approved' ? { refusal: target.refusal } : {};
  return { target, refusal: await judgeApproval(deps, request, approver, target) };
}

function wordsRefusal(wish: DecisionWish): DecisionRefusal | undefined {
  if (wish.reason === '') return 'reasonMissing';
  return wish.reason.length > longestReason ? 'reasonTooLong' : undefined;
}

/** Compares and sets in one transaction: of many who press at once, one decides and the others learn who did. */
async function save(
  deps: RequestDeps,
  tx: StoreTransaction,
  wish: DecisionWish,
  approver: ApproverFacts,
  found: RemedyRequest,
  target: Judged['target'],
): Promise<DecisionOutcome | { readonly overtaken: RemedyRequest | undefined }> {
  const stored = await tx.requests.find(found.id);
  // Somebody else has approved, or has become a party, since the people were looked at.
  if (stored?.version !== found.version) return { overtaken: stored };
  const current = asTheyAreNow(stored, target);
  const refusal = await approvalBarred(deps, tx, wish, current, target?.row);
  if (refusal !== undefined) return { ok: false, refusal, request: current };
  const howMany = target?.row.howMany ?? Infinity;
  const decided = decide(current, decisionOf(deps, wish, approver, current), howMany);
  if (!decided.ok) return { ok: false, refusal: decided.refusal, request: current };
  const saved = await tx.requests.save(withUsed(decided.request, wish.confirmation));
  if (current.approvals.length < stored.approvals.length) await noteVoided(tx, saved);
  await followUp(tx, saved, wish, approver);
  if (wish.decision === 'approved') await countApproval(deps, tx, saved, approver.id);
  const seconds = (deps.clock() - saved.createdAt) / 1000;
  measure('monban.requests.waited', 's', seconds, { decision: wish.decision, remedy: saved.remedy });
  return { ok: true, request: saved };
}

function withUsed(request: RemedyRequest, confirmation: Confirmation | undefined): RemedyRequest {
  if (confirmation === undefined) return request;
  return { ...request, confirmationsUsed: [...(request.confirmationsUsed ?? []), usedAs(confirmation)] };
}

/** With the decision that is saved, never for one that was refused after all. */
function noteVoided(tx: StoreTransaction, { caseId, id, personKind }: RemedyRequest): Promise<void> {
  const detail = { why: 'personChanged', kind: personKind };
  const event = 'request.approvalsVoided';
  return tx.audit.append({ event, actorId: 'monban', caseId, requestId: id, detail });
}

async function followUp(
  tx: StoreTransaction,
  saved: RemedyRequest,
  wish: DecisionWish,
  approver: ApproverFacts,
): Promise<void> {
  const { id: requestId, version } = saved;
  if (saved.state === 'approved') {
    await tx.outbox.add({
      kind: requestJobKinds.runRemedy,
      payload: { requestId },
      // A request whose approvals were voided is approved, and started, once more.
      idempotencyKey: `${requestJobKinds.runRemedy}:${requestId}:${String(version)}`,
    });
    // Where nobody runs it (the approver's token was lost, and they do not sign in again), it does not stay open.
    await expireLater(tx, saved, validUntil(saved));
  }
  await refreshCards(tx, saved);
  if (saved.state !== 'pending') await tellEverybody(tx, saved, wish.decision);
  await tx.audit.append({
    event: `request.${wish.decision}`,
    actorId: approver.id,
    caseId: saved.caseId,
    requestId,
    detail: {
      digest: saved.digest,
      proof: saved.proof?.kind ?? null,
      by: byWhat(wish),
      approvals: saved.approvals.length,
      confirmed: wish.confirmation !== undefined,
    },
  });
}

function decisionOf(
  deps: RequestDeps,
  wish: DecisionWish,
  approver: ApproverFacts,
  request: RemedyRequest,
): Decision {
  return {
    decision: wish.decision,
    approverId: approver.id,
    approverName: approver.person?.displayName ?? approver.id,
    at: deps.clock(),
    reason: wish.reason,
    proof: wish.decision === 'approved' ? request.proof?.kind : undefined,
  };
}

/** Slips of the pen, the first half of a decision, and losing a race are no security events; everything else is (SECURITY S3, S10). */
const notAudited: readonly DecisionRefusal[] = [
  'reasonMissing',
  'reasonTooLong',
  'proofMissing',
  'confirmationNeeded',
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
  return { ok: false, refusal, request: mayKnow.includes(refusal) ? request : undefined };
}

/** After these the speaker is somebody who may decide it. */
const mayKnow: readonly DecisionRefusal[] = [
  'alreadyDecided',
  'expired',
  'confirmationNeeded',
  'confirmationStale',
  'confirmationForAnotherRequest',
];

function byWhat(wish: DecisionWish): 'card' | 'command' {
  return 'token' in wish.reference ? 'card' : 'command';
}
