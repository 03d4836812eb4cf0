import type { RoleAssignment, Standing } from './person';
import { sameId } from './sameId';

/** Entra's well-known role template ids, as far as who may manage sign-in methods depends on them. */
export const roleIds = {
  securityAdministrator: '194ae4cb-b126-40b2-bd5b-6091b380977d',
  globalAdministrator: '62e90394-69f5-4237-9190-012177145e10',
  privilegedAuthenticationAdministrator: '7be44c8a-adaf-4e2a-84d6-ab2649e08a13',
  authenticationAdministrator: 'c4e39bd9-1100-46d3-8c65-fb160da0071f',
  directoryReaders: '88d8e3e3-8f55-4a1e-953a-9b9898b8876b',
  guestInviter: '95e79109-95c0-4d8e-aee3-d01accf2d47b',
  messageCenterReader: '790c1fb9-7f7d-4f88-86a1-ef1f95c05c1b',
  passwordAdministrator: '966707d0-3269-4727-9be2-8c3a10f19b9d',
  reportsReader: '4a5d8f65-41da-4de4-8968-e035b65339cf',
  userExperienceSuccessManager: '27460883-1df1-4691-b032-3b79643e5e63',
  usageSummaryReportsReader: '75934031-6c7e-415a-99d7-48dbd49e875e',
} as const;

/** The roles that a policy may name. */
export const roleNames = [
  'authenticationAdministrator',
  'privilegedAuthenticationAdministrator',
  'globalAdministrator',
  'securityAdministrator',
] as const;
export type RoleName = (typeof roleNames)[number];

/** Roles that may manage anybody's methods, by name. */
export const managersOfEverybody: readonly RoleName[] = [
  'privilegedAuthenticationAdministrator',
  'globalAdministrator',
];

/**
 * The roles whose holders an Authentication Administrator may still help. Every other role, built-in or custom,
 * and every role-assignable group, is for the managers of everybody only (Entra's matrix of who can manage methods).
 */
const helpedByAuthenticationAdministrator: readonly string[] = [
  roleIds.authenticationAdministrator,
  roleIds.directoryReaders,
  roleIds.guestInviter,
  roleIds.messageCenterReader,
  roleIds.passwordAdministrator,
  roleIds.reportsReader,
  roleIds.userExperienceSuccessManager,
  roleIds.usageSummaryReportsReader,
];

/** Whether somebody with these roles may manage the sign-in methods of a person with this standing. */
export function mayManageMethods(managerRoles: readonly RoleAssignment[], person: Standing): boolean {
  if (managesEverybody(managerRoles)) return true;
  return (
    holdsRole(managerRoles, 'authenticationAdministrator') &&
    !person.inRoleAssignableGroup &&
    // A role scoped to a unit may be one of a restricted unit, which we cannot see here: the stricter row holds.
    person.roles.every(
      (role) => forWholeTenant(role) && includesId(helpedByAuthenticationAdministrator, role.roleId),
    )
  );
}

/** Whether somebody holds a role for the whole tenant. */
export function holdsRole(roles: readonly RoleAssignment[], name: RoleName): boolean {
  return roles.some((role) => forWholeTenant(role) && sameId(role.roleId, roleIds[name]));
}

/** Whether somebody may manage everybody's methods, administrators included. */
export function managesEverybody(roles: readonly RoleAssignment[]): boolean {
  return managersOfEverybody.some((name) => holdsRole(roles, name));
}

/** Roles scoped to administrative units are not counted: whether the person is in the unit is not known here. */
function forWholeTenant(role: RoleAssignment): boolean {
  return role.scope === '/';
}

function includesId(ids: readonly string[], id: string): boolean {
  return ids.some((known) => sameId(known, id));
}
