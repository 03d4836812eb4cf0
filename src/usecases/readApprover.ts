import type { ApproverFacts } from '../cases/approvalPolicy';
import type { ApprovalSettings, RequestDeps } from './requestDeps';

/** Reads live what decides whether somebody may approve: at the click, and once more when the remedy runs (SECURITY S9). */
export async function readApprover(
  deps: Pick<RequestDeps, 'directory' | 'approvals'>,
  id: string,
): Promise<ApproverFacts> {
  const groupIdsNamed = namedGroups(deps.approvals);
  const person = await deps.directory.person(id);
  if (person === undefined)
    return { id, person, standing: { roles: [], inRoleAssignableGroup: false }, groupIds: [] };
  const [standing, groupIds] = await Promise.all([
    deps.directory.standing(id),
    groupIdsNamed.length === 0 ? [] : deps.directory.groupsAmong(id, groupIdsNamed),
  ]);
  return { id, person, standing, groupIds };
}

/** Every group that the settings or the policy speak of. */
function namedGroups({ approverGroupIds, policy }: ApprovalSettings): readonly string[] {
  const rows = Object.values(policy.remedies).flatMap((kinds) => Object.values(kinds));
  const ofRows = rows.flatMap((row) => (typeof row === 'string' ? [] : row.approvers.groups));
  return [...new Set([...approverGroupIds, ...policy.security.groups, ...ofRows])];
}
