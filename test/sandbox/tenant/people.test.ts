import { activeRoles, describePeople } from '../../../src/sandbox/tenant/describePeople';
import { createTenant } from '../../../src/sandbox/tenant/tenant';
import { personId, tenantIds } from '../../../src/sandbox/tenant/tenantIds';

const tenant = createTenant({ clock: () => Date.parse('2026-11-21T09:00:00Z') });

describe('the people of the simulated tenant', () => {
  test('have ids of their own, in lower case', () => {
    const ids = tenant.accounts.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.join('')).toBe(ids.join('').toLowerCase());
  });

  test('say in their own language what to try', () => {
    const japanese = /[\u3040-\u30ff\u4e00-\u9fff]/;
    const wrong = describePeople(tenant).filter(
      ({ language, trouble }) => japanese.test(trouble) !== (language === 'ja'),
    );
    expect(wrong).toEqual([]);
  });

  test('are found by id and by name for signing in, in any case of letters', () => {
    expect(tenant.find('HANAKO.SATO@hanamachi.example')?.id).toBe(personId(1));
    expect(tenant.find(personId(1).toUpperCase())?.id).toBe(personId(1));
  });
});

describe('an approver', () => {
  const approvers = tenant.accounts.filter(({ id }) =>
    tenant.groupsOf(id).some((group) => group.id === tenantIds.approversGroup),
  );

  test('has a role that Entra lets manage methods', () => {
    expect(approvers.map((account) => activeRoles(account))).toEqual([
      ['Authentication Administrator'],
      ['Authentication Administrator'],
      ['Privileged Authentication Administrator'],
    ]);
  });

  test('is staff, through a group in a group', () => {
    const groups = approvers.map(({ id }) => tenant.groupsOf(id).map((group) => group.id));
    expect(groups.every((ids) => ids.includes(tenantIds.staffGroup))).toBe(true);
  });
});

describe('helpdesk staff', () => {
  test('hold no role that manages methods, unless they activate it', () => {
    const helpdesk = [24, 25].map((n) => tenant.find(personId(n)));
    expect(helpdesk.map((account) => account && activeRoles(account))).toEqual([
      ['Helpdesk Administrator'],
      ['Helpdesk Administrator'],
    ]);
  });
});
