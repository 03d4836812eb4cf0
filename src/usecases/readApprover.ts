import type { ApproverFacts } from '../cases/approvalPolicy';
import type { RequestDeps } from './requestDeps';

/** Reads live what decides whether somebody may approve: at the click, and once more when the remedy runs (SECURITY S9). */
export async function readApprover(
  deps: Pick<RequestDeps, 'directory' | 'approvals'>,
  id: string,
): Promise<ApproverFacts> {
  const { approverGroupIds } = deps.approvals;
  const person = await deps.directory.person(id);
  if (person === undefined)
    return { id, person, standing: { roles: [], inRoleAssignableGroup: false }, groupIds: [] };
  const [standing, groupIds] = await Promise.all([
    deps.directory.standing(id),
    approverGroupIds.length === 0 ? [] : deps.directory.groupsAmong(id, approverGroupIds),
  ]);
  return { id, person, standing, groupIds };
}
