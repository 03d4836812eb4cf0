import { type Confirmation, confirmationRefusal } from '../cases/confirmation';
import { isOpenAt } from '../cases/policy/openingHours';
import type { PolicyRow } from '../cases/policy/policyTable';
import { standingProofRefusal } from '../cases/proofRules';
import { isProtective } from '../cases/remedyPlan';
import type { RemedyRequest } from '../cases/remedyRequest';
import { reopen } from '../cases/requestDecisions';
import type { DecisionRefusal } from '../cases/requestRefusals';
import type { StoreTransaction } from '../ports/store';
import { tooManyDecisions } from './countRequests';
import { isStopped } from './emergencyStop';
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
  if (wish.decision === 'denied' || !isWaiting(request) || row === undefined) return undefined;
  const now = deps.clock();
  if (now >= request.expiresAt) return 'expired';
  const flagged = (await tx.cases.redFlagsOf(request.personId)).length > 0;
  if (flagged && !isProtective(request.remedy)) return 'redFlag';
  if (await isStopped(tx)) return 'stopped';
  if (await tooManyDecisions(deps, tx, wish.approverId)) return 'tooManyDecisions';
  if (!isOpenAt(row.hours, now)) return 'outsideHours';
  return standingProofRefusal(request, row, now) ?? signInRefusal(deps, wish, request, row);
}

function isWaiting({ state }: RemedyRequest): boolean {
  return state === 'pending' || state === 'awaitingProof';
}

function signInRefusal(
  deps: RequestDeps,
  wish: ApprovalWish,
  request: RemedyRequest,
  row: PolicyRow,
): DecisionRefusal | undefined {
  if (row.confirm === 'card') return undefined;
  const now = deps.clock();
  const wanted = { personId: wish.approverId, requestId: request.id, digest: request.digest, now };
  const used = request.confirmationsUsed ?? [];
  return confirmationRefusal(wish.confirmation, { ...wanted, used }, deps.approvals.policy.confirmation);
}

/** Who has become another kind of person needs other approvals: those given so far are void (SECURITY S9). */
export function asTheyAreNow(
  request: RemedyRequest,
  target: Extract<Target, { ok: true }> | undefined,
): RemedyRequest {
  if (target === undefined || target.kind === request.personKind) return request;
  const present = { ...request, personKind: target.kind };
  const reopened = reopen(present);
  return reopened.ok && request.approvals.length > 0 ? reopened.request : present;
}
