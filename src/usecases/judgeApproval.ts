import {
  type ApprovalContext,
  type ApproverFacts,
  type ApproverRefusal,
  approvalRefusal,
  partiesOf,
} from '../cases/approvalPolicy';
import type { Person } from '../cases/person';
import type { RemedyRequest } from '../cases/remedyRequest';
import type { RequestDeps } from './requestDeps';
import type { Target } from './readTarget';

type JudgeDeps = Pick<RequestDeps, 'directory' | 'approvals'>;

/** Reads live the other people of a request, who must not be the same human being as an approver (SECURITY S3, S4). */
async function readContext(
  deps: JudgeDeps,
  request: RemedyRequest,
  target: Extract<Target, { ok: true }>,
): Promise<ApprovalContext> {
  const before = request.approvals.map(({ approverId }) => approverId);
  const [parties, approvedBefore, provers] = await Promise.all([
    readPeople(deps, partiesOf(request)),
    readPeople(deps, before),
    readPeople(deps, request.proof === undefined ? [] : [request.proof.proverId]),
  ]);
  return {
    list: deps.approvals,
    row: target.row,
    personStanding: target.standing,
    parties,
    approvedBefore,
    prover: provers[0],
  };
}

/** Whether this approver may decide this request as tenant and request are now. */
export async function judgeApproval(
  deps: JudgeDeps,
  request: RemedyRequest,
  approver: ApproverFacts,
  target: Extract<Target, { ok: true }>,
): Promise<ApproverRefusal | undefined> {
  return approvalRefusal(request, approver, await readContext(deps, request, target));
}

/** Those of them that the directory knows, each once. */
export async function readPeople(
  { directory }: Pick<JudgeDeps, 'directory'>,
  ids: readonly string[],
): Promise<readonly Person[]> {
  const distinct = [...new Set(ids.map((id) => id.toLowerCase()))];
  const people = await Promise.all(distinct.map((id) => directory.person(id)));
  return people.filter((person) => person !== undefined);
}
