import { personId } from '../../src/sandbox/tenant/tenantIds';
import { roleTemplates } from '../../src/sandbox/tenant/roleTemplates';
import { hour, minute, takeEvidenceSeat } from './evidenceSeat';
import type { EvidenceSeat } from './evidenceSeat';
import { thrownBy } from './testClient';

let seat: EvidenceSeat;
beforeEach(async () => {
  seat = await takeEvidenceSeat();
});
afterEach(async () => {
  const violations = seat.graph.violations();
  await seat.close();
  expect(violations).toEqual([]);
});

describe('a person', () => {
  test('is read in one request', async () => {
    const id = seat.add({
      synced: true,
      domain: 'federated.example',
      passwordDaysAgo: 100,
      methods: [
        { kind: 'phone', number: '+81 09012345678' },
        { kind: 'microsoft-authenticator', device: 'Pixel 9', appVersion: '6.2301.1' },
        { kind: 'temporary-access-pass', startedMinutesAgo: 30 },
      ],
      devices: [{ name: 'OLD-PC', compliant: false }],
      roles: [{ role: 'Helpdesk Administrator' }],
    });
    const { account, methods, devices, standing } = await seat.evidence().person(id);
    const calls = seat.graph.log().filter(({ path }) => path === '/v1.0/$batch');
    expect(calls).toHaveLength(1);
    expect(account).toMatchObject({
      seen: true,
      value: {
        id,
        synced: true,
        accountEnabled: true,
        domain: 'federated.example',
        usageLocation: 'JP',
        lastPasswordChangeAt: seat.ago(100 * 24 * hour),
        passwordNeverExpires: false,
      },
    });
    expect(methods).toMatchObject({
      seen: true,
      value: [
        { kind: 'password' },
        {
          kind: 'phone',
          phone: { type: 'mobile', lastTwo: '78', lastFour: '5678', countryCode: '81', formatWrong: true },
        },
        { kind: 'microsoft-authenticator', deviceName: 'Pixel 9', appVersion: '6.2301.1' },
        { kind: 'temporary-access-pass', pass: { usable: true, endsAt: seat.ago(-30 * minute) } },
      ],
    });
    expect(JSON.stringify(methods)).not.toContain('9012345678');
    expect(devices).toMatchObject({
      value: [{ name: 'OLD-PC', isCompliant: false, trustType: 'Workplace' }],
    });
    expect(standing).toMatchObject({
      value: { roles: [{ roleId: roleTemplates['Helpdesk Administrator'], scope: '/' }] },
    });
  });

  test('who is not there has no account', async () => {
    const { account } = await seat.evidence().person('5a4db0c1-0000-4000-9000-999999999999');
    expect(account).toEqual({ seen: true, value: undefined });
  });

  test('who is blank is refused in every part', async () => {
    const { id } = seat.tenant.addPerson({ name: 'Blank', language: 'en', blank: true });
    const parts = Object.values(await seat.evidence().person(id));
    expect(parts).toHaveLength(4);
    expect(parts).toMatchObject(parts.map(() => ({ seen: false, fault: { code: 'graph-forbidden' } })));
  });

  test('holds a role through a group', async () => {
    expect((await seat.evidence().person(personId(14))).standing).toEqual({
      seen: true,
      value: {
        roles: [{ roleId: roleTemplates['Global Reader'], scope: '/' }],
        inRoleAssignableGroup: true,
      },
    });
  });

  test('has more devices than a page', async () => {
    const devices = Array.from({ length: 9 }, (_, at) => ({ name: `PC-${String(at)}`, compliant: true }));
    const read = await seat.evidence().person(seat.add({ devices }));
    expect(read.devices).toMatchObject({ value: devices.map(({ name }) => ({ name })) });
  });
});

describe('what only beta tells', () => {
  test('is not asked unless it is switched on', async () => {
    const id = personId(1);
    const thrown = await thrownBy(seat.evidence(['sign-in-preferences']).perUserMfa(id));
    expect(thrown).toMatchObject({ code: 'graph-off', needs: 'MONBAN_BETA_READS: per-user-mfa' });
    expect(seat.graph.log()).toEqual([]);
  });

  test('is read where it is switched on', async () => {
    const steps = [{ method: 'Mobile app notification', succeeded: false, detail: 'User declined' }];
    const id = seat.add({
      perUserMfa: 'enforced',
      methods: [{ kind: 'microsoft-authenticator' }],
      defaultWay: 'push',
      signIns: [{ minutesAgo: 5, code: 500121, steps }],
    });
    const reads = seat.evidence(['per-user-mfa', 'sign-in-preferences', 'authentication-steps']);
    expect(await reads.perUserMfa(id)).toBe('enforced');
    expect(await reads.preferredMethod(id)).toBe('push');
    expect(await reads.authenticationSteps(id, seat.ago(hour))).toMatchObject([
      { at: seat.ago(5 * minute), steps },
    ]);
  });
});
