import type { RoleGrant } from './account';
import { people } from './people';
import { role } from './seed';
import { staff } from './staff';
import { personId, tenantIds } from './tenantIds';

/** A group of the simulated tenant. Members are people or other groups. */
export interface Group {
  readonly id: string;
  readonly name: string;
  readonly isAssignableToRole: boolean;
  readonly dynamicRule: string | undefined;
  readonly roles: readonly RoleGrant[];
  memberIds: readonly string[];
}

/** The groups at the start. Staff contains the approvers as a nested group. */
export function seedGroups(): readonly Group[] {
  const ordinary = { isAssignableToRole: false, dynamicRule: undefined, roles: [] };
  const approvers = [21, 22, 23].map(personId);
  const helpdesk = [24, 25].map(personId);
  return [
    { ...ordinary, id: tenantIds.approversGroup, name: 'Monban approvers', memberIds: approvers },
    {
      ...ordinary,
      id: tenantIds.staffGroup,
      name: 'Helpdesk staff',
      memberIds: [...helpdesk, tenantIds.approversGroup],
    },
    {
      ...ordinary,
      id: tenantIds.everyoneGroup,
      name: 'All employees',
      dynamicRule: 'user.userType -eq "Member"',
      memberIds: [...people, ...staff].filter((seed) => seed.guest !== true).map((seed) => personId(seed.n)),
    },
    {
      id: tenantIds.roleAssignableGroup,
      name: 'Directory readers of IT',
      isAssignableToRole: true,
      dynamicRule: undefined,
      roles: [role('Global Reader')],
      memberIds: [personId(14)],
    },
    { ...ordinary, id: tenantIds.exclusionGroup, name: 'MFA exclusion, temporary', memberIds: [] },
  ];
}

/** The groups that a person or group is in, directly and through others. */
export function groupsOf(groups: readonly Group[], memberId: string): readonly Group[] {
  const found = new Map<string, Group>();
  const open = [memberId];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const group of groups) {
      if (found.has(group.id) || !group.memberIds.includes(id)) continue;
      found.set(group.id, group);
      open.push(group.id);
    }
  }
  return [...found.values()];
}
