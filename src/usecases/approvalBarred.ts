import { type Confirmation, confirmationRefusal } from '../cases/confirmation';
import { isOpenAt } from '../cases/policy/openingHours';
import type { PolicyRow } from '../cases/policy/policyTable';
import { standingProofRefusal } from '../cases/proofRules';
import { isProtective } from '../cases/remedyPlan';
import type { RemedyRequest } from '../cases/remedyRequest';
import { reopen } from '../cases/requestDecisions';
import type { DecisionRefusal } from '../cases/requestRefusals';
import type { StoreTransaction } from '../ports/store';
import type { Target } from './readTarget';
import type { RequestDeps } from './requestDeps';

interface ApprovalWish {
  readonly approverId: string;
  readonly decision: 'approved' | 'denied';
  readonly confirmation?: Confirmation | undefined;
}

/** What stands between an approver who may approve and the approval. Denying stays possible (SECURITY S6, S7, S26). */
export async function approvalBarred(
  deps: RequestDeps,
  tx: StoreTransaction,
  wish: ApprovalWish,
  request: RemedyRequest,
  row: PolicyRow | undefined,
): Promise<DecisionRefusal | undefined> {
  const waiting = request.state === 'pending' || request.state === 'awaitingProof';
  if (wish.decision === 'denied' || !waiting || row === undefined) return undefined;
  const now = deps.clock();
  if (now >= request.expiresAt) return 'expired';
  const flagged = (await tx.cases.redFlagsOf(request.personId)).length > 0;
  if (flagged && !isProtective(request.remedy)) return 'redFlag';
  if (!isOpenAt(row.hours, now)) return 'outsideHours';
  const proof = standingProofRefusal(request, row, now);
  if (proof !== undefined) return proof;
  if (row.confirm === 'card') return undefined;
  const wanted = { personId: wish.approverId, requestId: request.id, digest: request.digest, now };
  const used = request.confirmationsUsed ?? [];
  return confirmationRefusal(wish.confirmation, { ...wanted, used }, deps.approvals.policy.confirmation);
}

/** Who has become another kind of person needs other approvals: those given so far are void (SECURITY S9). */
export async function asTheyAreNow(
  tx: StoreTransaction,
  request: RemedyRequest,
  target: Extract<Target, { ok: true }> | undefined,
): Promise<RemedyRequest> {
  if (target === undefined || target.kind === request.personKind) return request;
  const reopened = reopen({ ...request, personKind: target.kind });
  if (!reopened.ok || request.approvals.length === 0) return { ...request, personKind: target.kind };
  await tx.audit.append({
    event: 'request.approvalsVoided',
    actorId: 'monban',
    caseId: request.caseId,
    requestId: request.id,
    detail: { why: 'personChanged', kind: target.kind },
  });
  return reopened.request;
}
