import { approvalRefusal } from '../cases/approvalPolicy';
import { canonicalPlan } from '../cases/canonicalPlan';
import { targetRefusal } from '../cases/personKind';
import type { RemedyRequest } from '../cases/remedyRequest';
import { choicesOfPlan } from '../usecases/planners';
import { planRemedy } from '../usecases/planRemedy';
import { readApprover } from '../usecases/readApprover';
import { sha256 } from '../usecases/sha256';
import type { RequestWorkerDeps } from './requestWorkerDeps';

/** Why an approved request is not executed (any more). */
type RecheckProblem = 'redFlag' | 'approverChanged' | 'personChanged' | 'factsChanged' | 'planAltered';

type RecheckDeps = Pick<RequestWorkerDeps, 'directory' | 'approvals' | 'store'>;

/**
 * Whether approver and person still are who they were at the approval, by the tenant's word now (SECURITY S9), and no
 * red flag has come up since (S26).
 */
export async function recheckPeople(
  deps: RecheckDeps,
  request: RemedyRequest,
): Promise<RecheckProblem | undefined> {
  const { decision, personId } = request;
  if (decision?.decision !== 'approved') return 'approverChanged';
  const redFlags = await deps.store.transaction((tx) => tx.cases.redFlagsOf(personId));
  if (redFlags.length > 0) return 'redFlag';
  const [approver, person, standing] = await Promise.all([
    readApprover(deps, decision.approverId),
    deps.directory.person(personId),
    deps.directory.standing(personId),
  ]);
  if (targetRefusal(person, standing, deps.approvals) !== undefined) return 'personChanged';
  return approvalRefusal(request, approver, deps.approvals, standing) === undefined
    ? undefined
    : 'approverChanged';
}

/** Whether the approved plan is still the stored one and the one that the facts make now (SECURITY S12). */
export async function recheckPlan(
  deps: RecheckDeps,
  request: RemedyRequest,
): Promise<RecheckProblem | undefined> {
  const { plan, digest, remedy, personId } = request;
  if (sha256(canonicalPlan(plan)) !== digest) return 'planAltered';
  const now = await planRemedy(deps, { ...choicesOfPlan(plan), personId, remedy });
  return now.ok && sha256(canonicalPlan(now.plan)) === digest ? undefined : 'factsChanged';
}
