import type { AuthenticationMethod } from '../../src/cases/authenticationMethod';
import { roleIds } from '../../src/cases/roleMatrix';
import type { fakeTenant } from './fakeTenant';

/** The methods of a person in the usual trouble: everything is on the phone that is gone. */
export const usualMethods: readonly AuthenticationMethod[] = [
  { id: 'password', kind: 'password' },
  { id: 'app', kind: 'microsoft-authenticator', label: "Hanako's phone", isDefault: true },
  { id: 'mobile', kind: 'phone', phoneType: 'mobile', label: '••••1234' },
  { id: 'alternate', kind: 'phone', phoneType: 'alternateMobile', label: '••••5678' },
  { id: 'totp', kind: 'software-oath' },
  { id: 'hello', kind: 'windows-hello', label: 'PC-17' },
];

type Tenant = ReturnType<typeof fakeTenant>;

/** The people of the usual stories: two in trouble, approvers of either strength, a helpdesk, a stranger. */
export function addPeople(tenant: Tenant): void {
  const admin = {
    roles: [{ roleId: roleIds.authenticationAdministrator, scope: '/' }],
    inRoleAssignableGroup: false,
  };
  const strong = {
    roles: [{ roleId: roleIds.privilegedAuthenticationAdministrator, scope: '/' }],
    inRoleAssignableGroup: false,
  };
  tenant.add({ id: 'hanako', displayName: '佐藤 花子' }, { methods: [...usualMethods] });
  tenant.add({ id: 'taro', displayName: 'Taro' }, { methods: [...usualMethods] });
  tenant.add({ id: 'admin', displayName: 'Ada Admin' }, { standing: admin });
  tenant.add({ id: 'admin2', displayName: 'Ben Admin' }, { standing: admin });
  tenant.add({ id: 'unlisted', displayName: 'Uma Unlisted' }, { standing: admin });
  tenant.add({ id: 'stranger', displayName: 'Sam' });
  tenant.add({ id: 'desk', displayName: 'Dora Desk' });
  for (const id of ['paa1', 'paa2', 'paa3']) tenant.add({ id, displayName: id }, { standing: strong });
}
