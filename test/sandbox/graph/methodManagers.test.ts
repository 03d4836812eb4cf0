import { mayChangeMethods } from '../../../src/sandbox/graph/methodManagers';
import { createTenant } from '../../../src/sandbox/tenant/tenant';
import { personId } from '../../../src/sandbox/tenant/tenantIds';

const tenant = createTenant({ clock: () => 0 });
const [employee, globalAdministrator, inRoleGroup] = [1, 11, 14];
const [authenticationAdministrator, privileged, eligibleOnly] = [21, 23, 25];

function may(admin: number, target: number): boolean {
  const account = tenant.find(personId(target));
  if (account === undefined) throw new Error('no such person');
  return mayChangeMethods({ kind: 'delegated', permissions: [], personId: personId(admin) }, account, tenant);
}

describe("with an administrator's own sign-in, the simulated Entra lets methods be changed", () => {
  test.each([
    ['an Authentication Administrator', authenticationAdministrator, employee, true],
    [
      'an Authentication Administrator against a privileged person',
      authenticationAdministrator,
      globalAdministrator,
      false,
    ],
    [
      'an Authentication Administrator against a role-assignable group',
      authenticationAdministrator,
      inRoleGroup,
      false,
    ],
    [
      'an Authentication Administrator against themselves',
      authenticationAdministrator,
      authenticationAdministrator,
      false,
    ],
    ['a Privileged Authentication Administrator', privileged, globalAdministrator, true],
    ['somebody whose role is not activated', eligibleOnly, employee, false],
  ])('by %s: %d for %d is %p', (_who, admin, target, expected) => {
    expect(may(admin, target)).toBe(expected);
  });
});
