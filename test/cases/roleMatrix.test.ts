import { mayManageMethods, roleIds } from '../../src/cases/roleMatrix';

const tenantWide = (roleId: string) => ({ roleId, scope: '/' });
const helpdesk = '729827e3-9c14-49f7-bb1b-9608f156bbb8';
const userAdministrator = 'fe930be7-5e62-47db-91af-98c3a49a38b1';
const privilegedRoleAdministrator = 'e8611ab8-c189-46e8-94e1-60213ab1f814';
const groupsAdministrator = 'fdd7a751-b60b-444a-984c-02652fe8fa1c';

/** Person holds → may be helped by an Authentication Administrator; the two privileged roles help everybody. */
const rows: [string, string[], boolean][] = [
  ['no role', [], true],
  ['Authentication Administrator', [roleIds.authenticationAdministrator], true],
  ['Directory Readers', [roleIds.directoryReaders], true],
  ['Guest Inviter', [roleIds.guestInviter], true],
  ['Message Center Reader', [roleIds.messageCenterReader], true],
  ['Password Administrator', [roleIds.passwordAdministrator], true],
  ['Reports Reader', [roleIds.reportsReader], true],
  ['User Experience Success Manager', [roleIds.userExperienceSuccessManager], true],
  ['Usage Summary Reports Reader', [roleIds.usageSummaryReportsReader], true],
  ['Global Administrator', [roleIds.globalAdministrator], false],
  ['Privileged Authentication Administrator', [roleIds.privilegedAuthenticationAdministrator], false],
  ['Privileged Role Administrator', [privilegedRoleAdministrator], false],
  ['Groups Administrator', [groupsAdministrator], false],
  ['Helpdesk Administrator', [helpdesk], false],
  ['User Administrator', [userAdministrator], false],
  ['a role that nobody knows', ['00000000-0000-4000-8000-000000000000'], false],
  ['two roles, one of them too high', [roleIds.guestInviter, helpdesk], false],
];

describe("a person's methods", () => {
  test.each(rows)('(%s) may be managed by an Authentication Administrator: %s → %s', (_name, held, may) => {
    const person = { roles: held.map(tenantWide), inRoleAssignableGroup: false };
    expect(mayManageMethods([tenantWide(roleIds.authenticationAdministrator)], person)).toBe(may);
  });

  test.each(rows)('(%s) may be managed by both privileged roles', (_name, held) => {
    const person = { roles: held.map(tenantWide), inRoleAssignableGroup: true };
    const managers = [roleIds.globalAdministrator, roleIds.privilegedAuthenticationAdministrator];
    expect(managers.map((roleId) => mayManageMethods([tenantWide(roleId)], person))).toEqual([true, true]);
  });

  test.each([[[]], [[helpdesk]], [[userAdministrator]]])('may not be managed with %j', (held) => {
    const person = { roles: [], inRoleAssignableGroup: false };
    expect(mayManageMethods(held.map(tenantWide), person)).toBe(false);
  });

  test('may not be managed with a role for an administrative unit only', () => {
    const scoped = { roleId: roleIds.globalAdministrator, scope: '/administrativeUnits/tokyo' };
    expect(mayManageMethods([scoped], { roles: [], inRoleAssignableGroup: false })).toBe(false);
  });

  test('of a member of a role-assignable group are not for an Authentication Administrator', () => {
    const manager = [tenantWide(roleIds.authenticationAdministrator)];
    expect(mayManageMethods(manager, { roles: [], inRoleAssignableGroup: true })).toBe(false);
  });
});
