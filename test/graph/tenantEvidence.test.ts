import { personId, tenantIds } from '../../src/sandbox/tenant/tenantIds';
import { all, hour, minute, takeEvidenceSeat } from './evidenceSeat';
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

describe('the sign-ins that failed', () => {
  test('are told with all that a diagnosis can use', async () => {
    const id = seat.add({
      signIns: [
        {
          minutesAgo: 5,
          code: 53003,
          details: 'More.',
          country: 'FR',
          city: 'Paris',
          device: { os: 'iOS 19', browser: 'Safari', compliant: false },
          policies: [{ name: 'Only in Japan', demanded: ['Block'] }],
        },
      ],
    });
    const found = (await all(seat.evidence().failingSignIns(seat.ago(10 * minute)))).filter(
      (one) => one.personId === id,
    );
    expect(found).toEqual([
      {
        id: expect.any(String) as string,
        personId: id,
        at: seat.ago(5 * minute),
        errorCode: 53003,
        failureReason: 'Access has been blocked by Conditional Access policies.',
        additionalDetails: 'More.',
        conditionalAccess: 'failure',
        appliedPolicies: [
          {
            id: '5a4db0c1-0000-4000-8000-0000000000d1',
            name: 'Only in Japan',
            result: 'failure',
            demanded: ['Block'],
          },
        ],
        app: 'Office 365',
        clientApp: 'Browser',
        device: {
          operatingSystem: 'iOS 19',
          browser: 'Safari',
          isCompliant: false,
          isManaged: undefined,
          trustType: undefined,
        },
        countryOrRegion: 'FR',
        city: 'Paris',
        homeTenantId: tenantIds.tenantId,
        resourceTenantId: tenantIds.tenantId,
        riskState: 'none',
      },
    ]);
  });

  test('are none that went through, and none from before', async () => {
    seat.add({ signIns: [{ minutesAgo: 1, code: 0 }] });
    const found = await all(seat.evidence().failingSignIns(seat.ago(30 * minute)));
    expect(found.map(({ at }) => at >= seat.ago(30 * minute))).not.toContain(false);
    expect(found.map(({ errorCode }) => errorCode)).not.toContain(0);
    expect(found.length).toBeGreaterThan(7);
  });

  test('are told without the policies to a tenant that does not let them be read', async () => {
    seat.tenant.change({ withheldPermissions: ['Policy.Read.All'] });
    const found = await all(seat.evidence().failingSignIns(seat.ago(hour)));
    expect(found.map(({ appliedPolicies }) => appliedPolicies)).toEqual(found.map(() => undefined));
  });
});

describe('the registration report', () => {
  test('has everybody, with when it last looked', async () => {
    const id = seat.add({
      methods: [{ kind: 'fido2' }],
      report: { hoursAgo: 5, methods: [{ kind: 'microsoft-authenticator' }], defaultWay: 'push' },
    });
    const rows = await all(seat.evidence().registrationDetails());
    expect(rows).toHaveLength(seat.tenant.accounts.length);
    expect(rows.find(({ personId: owner }) => owner === id)).toEqual({
      personId: id,
      methodsRegistered: ['microsoftAuthenticatorPush', 'softwareOneTimePasscode'],
      isMfaRegistered: true,
      isMfaCapable: true,
      canResetPassword: true,
      preferredMethod: 'push',
      systemPreferredMethods: ['push'],
      isAdmin: false,
      userType: 'member',
      updatedAt: seat.ago(5 * hour),
    });
  });

  test.each([
    ['is allowed to and has methods', { methods: [{ kind: 'microsoft-authenticator' as const }] }, true],
    ['has registered nothing', {}, false],
    [
      'is not allowed to',
      { methods: [{ kind: 'microsoft-authenticator' as const }], passwordReset: 'off' as const },
      false,
    ],
  ])('tell of somebody who %s whether they can reset their password', async (_who, state, expected) => {
    const id = seat.add(state);
    const rows = await all(seat.evidence().registrationDetails());
    expect(rows.find(({ personId: owner }) => owner === id)?.canResetPassword).toBe(expected);
  });
});

describe('risk', () => {
  test('is told of those who are at risk now', async () => {
    const past = seat.add({ risk: { level: 'high', state: 'remediated' } });
    const found = await all(seat.evidence().riskyUsers());
    expect(found).toMatchObject([{ personId: personId(9), level: 'high', state: 'atRisk' }]);
    expect(found.map((one) => one.personId)).not.toContain(past);
  });

  test('is told with what was reported, since then', async () => {
    const id = seat.add({ risk: { level: 'low', event: 'unfamiliarFeatures', minutesAgo: 200 } });
    const recent = await all(seat.evidence().riskDetections(seat.ago(100 * minute)));
    const older = await all(seat.evidence().riskDetections(seat.ago(300 * minute)));
    expect(recent).toMatchObject([{ personId: personId(9), kind: 'userReportedSuspiciousActivity' }]);
    expect(older.map((one) => one.personId)).toContain(id);
  });
});
