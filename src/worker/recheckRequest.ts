import { canonicalPlan, samePlan } from '../cases/canonicalPlan';
import { isProtective } from '../cases/remedyPlan';
import type { RemedyRequest } from '../cases/remedyRequest';
import { judgeApproval } from '../usecases/judgeApproval';
import { choicesOfPlan } from '../usecases/planners';
import { planRemedy } from '../usecases/planRemedy';
import { readApprover } from '../usecases/readApprover';
import { readTarget } from '../usecases/readTarget';
import { sha256 } from '../usecases/sha256';
import type { RequestWorkerDeps } from './requestWorkerDeps';

/** Why an approved request is not executed (any more). */
type RecheckProblem = 'redFlag' | 'approverChanged' | 'personChanged' | 'factsChanged' | 'planAltered';

type RecheckDeps = Pick<RequestWorkerDeps, 'directory' | 'approvals' | 'store'>;

/**
 * Whether approvers and person still are who they were at the approval, by the tenant's word now (SECURITY S9), and no
 * red flag has come up since (S26).
 */
export async function recheckPeople(
  deps: RecheckDeps,
  request: RemedyRequest,
): Promise<RecheckProblem | undefined> {
  const { approvals, decision, personId, personKind } = request;
  if (decision?.decision !== 'approved') return 'approverChanged';
  const redFlags = await deps.store.transaction((tx) => tx.cases.redFlagsOf(personId));
  if (redFlags.length > 0 && !isProtective(request.remedy)) return 'redFlag';
  const target = await readTarget(deps, request);
  if (!target.ok || target.kind !== personKind) return 'personChanged';
  if (approvals.length < target.row.howMany) return 'approverChanged';
  for (const { approverId } of approvals) {
    const approver = await readApprover(deps, approverId);
    if ((await judgeApproval(deps, request, approver, target)) !== undefined) return 'approverChanged';
  }
  return undefined;
}

/** Whether the approved plan is still the stored one and the one that the facts make now (SECURITY S12). */
export async function recheckPlan(
  deps: RecheckDeps,
  request: RemedyRequest,
): Promise<RecheckProblem | undefined> {
  const { plan, digest, remedy, personId } = request;
  if (sha256(canonicalPlan(plan)) !== digest) return 'planAltered';
  // What was approved as a rehearsal is not done for real, and the other way round.
  if ((request.dryRun === true) !== (deps.approvals.dryRun === true)) return 'factsChanged';
  const now = await planRemedy(deps, { ...choicesOfPlan(plan), personId, remedy });
  return now.ok && samePlan(plan, now.plan) ? undefined : 'factsChanged';
}
