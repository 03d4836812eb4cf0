import { tenantIds } from '../../src/sandbox/tenant/tenantIds';
import { takeEvidenceSeat } from './evidenceSeat';
import type { EvidenceSeat } from './evidenceSeat';

let seat: EvidenceSeat;
beforeEach(async () => {
  seat = await takeEvidenceSeat();
});
afterEach(async () => {
  const violations = seat.graph.violations();
  await seat.close();
  expect(violations).toEqual([]);
});

describe('what holds for the tenant', () => {
  test('its method policies', async () => {
    seat.tenant.change({ methodPolicies: { Sms: { state: 'disabled' }, Voice: { includes: ['G1'] } } });
    const { methods, authenticatorShowsCodes, pass } = await seat.evidence().methodPolicies();
    const policies = new Map(methods.map((policy) => [policy.id, policy]));
    expect(policies.get('Sms')).toMatchObject({ enabled: false });
    expect(policies.get('Voice')).toEqual({ id: 'Voice', enabled: true, includes: ['g1'], excludes: [] });
    expect(policies.get('Fido2')).toMatchObject({ enabled: true, includes: 'all' });
    expect(authenticatorShowsCodes).toBe(true);
    expect(pass).toMatchObject({ minimumLifetimeInMinutes: 60, maximumLifetimeInMinutes: 480 });
  });

  test.each([true, false])('whether security defaults are on: %s', async (securityDefaultsOn) => {
    seat.tenant.change({ securityDefaultsOn });
    expect(await seat.evidence().securityDefaultsOn()).toBe(securityDefaultsOn);
  });

  test('its Conditional Access', async () => {
    seat.tenant.change({
      accessPolicies: [
        {
          id: '5a4db0c1-0000-4000-8000-0000000000d2',
          name: 'Register at the office',
          state: 'enabledForReportingButNotEnforced',
          excludeGroups: [tenantIds.exclusionGroup],
          demands: ['block'],
          registration: true,
          outsideTrustedLocations: true,
        },
      ],
    });
    expect(await seat.evidence().conditionalAccessPolicies()).toMatchObject([
      {
        name: 'Register at the office',
        state: 'reportOnly',
        users: { includes: 'all', excludes: [] },
        groups: { includes: [], excludes: [tenantIds.exclusionGroup] },
        demands: ['block'],
        operator: 'OR',
        registration: true,
        byLocation: true,
      },
    ]);
  });

  test.each([
    ['none', { p1: false, p2: false }],
    ['p1', { p1: true, p2: false }],
    ['p2', { p1: true, p2: true }],
  ] as const)('which plan it has paid for: %s', async (plan, expected) => {
    seat.tenant.change({ plan });
    expect(await seat.evidence().premiumPlans()).toEqual(expected);
  });

  test('its domains, and for how long their passwords are good', async () => {
    seat.tenant.change({ passwordValidityDays: 90 });
    expect(await seat.evidence().domains()).toEqual([
      { name: 'hanamachi.example', federated: false, passwordValidityDays: 90 },
      { name: 'hanamachi.onmicrosoft.com', federated: false, passwordValidityDays: 90 },
      { name: 'federated.example', federated: true, passwordValidityDays: 90 },
    ]);
  });
});

describe('the health of services', () => {
  test('is that of Entra, Teams and the suite', async () => {
    const { services, openIssues } = await seat.evidence().serviceHealth();
    expect(services.map(({ about, operational }) => [about, operational])).toEqual([
      ['entra', true],
      ['teams', true],
      ['suite', true],
    ]);
    expect(openIssues).toEqual([]);
  });

  test('has an incident while it is open', async () => {
    const wish = { service: 'Microsoft365Entra', title: 'Sign-in fails', kind: 'incident' } as const;
    const id = seat.tenant.openIncident(wish)?.id ?? '';
    const during = await seat.evidence().serviceHealth();
    seat.tenant.closeIncident(id);
    const after = await seat.evidence().serviceHealth();
    expect(during).toMatchObject({
      services: [{ about: 'entra', operational: false }, {}, {}],
      openIssues: [{ id, title: 'Sign-in fails', kind: 'incident', endedAt: undefined }],
    });
    expect(after.openIssues).toEqual([]);
  });

  test('leaves out what has nothing to do with signing in', async () => {
    seat.tenant.openIncident({ service: 'Exchange', title: 'Mail is slow', kind: 'advisory' });
    expect((await seat.evidence().serviceHealth()).openIssues).toEqual([]);
  });
});
