import { z } from 'zod/v4';
import type { PersonState } from '../../../src/sandbox/tenant/personState';
import { startGraph, who } from './startGraph';
import type { RunningGraph } from './startGraph';

let running: RunningGraph;
beforeEach(async () => {
  running = await startGraph();
});
afterEach(async () => {
  const violations = running.graph.violations();
  await running.graph.close();
  expect(violations).toEqual([]);
});

const added = z.looseObject({ id: z.string() });
async function add(state: PersonState): Promise<string> {
  const wish = { name: 'Ann Test', language: 'en', state };
  return added.parse((await running.send('POST', '/sandbox/people', wish)).body).id;
}
const signInsOf = (id: string) => running.get(`/auditLogs/signIns?$filter=userId eq '${id}'`);

describe('a person who is described by a state', () => {
  test('has the account that was described', async () => {
    const id = await add({
      accountEnabled: false,
      synced: true,
      usageLocation: 'BR',
      domain: 'other.example',
    });
    const fields = '$select=accountEnabled,onPremisesSyncEnabled,usageLocation,userPrincipalName';
    expect((await running.get(`/users/${id}?${fields}`)).body).toMatchObject({
      accountEnabled: false,
      onPremisesSyncEnabled: true,
      usageLocation: 'BR',
      userPrincipalName: `person${String(running.tenant.accounts.length - 1)}@other.example`,
    });
  });

  test('has the methods that were described', async () => {
    const id = await add({
      methods: [
        { kind: 'phone', number: '+81 09012345678' },
        { kind: 'microsoft-authenticator', device: 'Pixel 9', appVersion: '6.2301.1' },
        { kind: 'temporary-access-pass', startedMinutesAgo: 90 },
      ],
    });
    expect((await running.get(`/users/${id}/authentication/methods`)).body).toMatchObject({
      value: [
        {},
        { phoneNumber: '+81 09012345678', phoneType: 'mobile' },
        { displayName: 'Pixel 9', phoneAppVersion: '6.2301.1' },
        { isUsable: false, methodUsabilityReason: 'Expired' },
      ],
    });
  });

  test('has failed to sign in as was described, in the words of the code', async () => {
    const id = await add({
      signIns: [
        {
          minutesAgo: 5,
          code: 53003,
          country: 'FR',
          policies: [{ name: 'Only in Japan', demanded: ['Block'] }],
        },
      ],
    });
    expect((await signInsOf(id)).body).toMatchObject({
      value: [
        {
          conditionalAccessStatus: 'failure',
          location: { countryOrRegion: 'FR' },
          status: {
            errorCode: 53003,
            failureReason: 'Access has been blocked by Conditional Access policies.',
          },
          appliedConditionalAccessPolicies: [
            { displayName: 'Only in Japan', result: 'failure', enforcedGrantControls: ['Block'] },
          ],
        },
      ],
    });
  });

  test('is missing from the log until the line arrives there', async () => {
    const id = await add({ signIns: [{ minutesAgo: 5, code: 500121, arrivesAfterMinutes: 30 }] });
    expect((await signInsOf(id)).body).toMatchObject({ value: [] });
  });

  test('has the registration report of hours ago', async () => {
    const id = await add({
      methods: [{ kind: 'fido2' }],
      report: { hoursAgo: 5, methods: [{ kind: 'microsoft-authenticator' }], defaultWay: 'push' },
    });
    const report = await running.get(`/reports/authenticationMethods/userRegistrationDetails/${id}`);
    expect(report.body).toMatchObject({
      methodsRegistered: ['microsoftAuthenticatorPush', 'softwareOneTimePasscode'],
      userPreferredMethodForSecondaryAuthentication: 'push',
      lastUpdatedDateTime: '2026-11-21T04:00:00Z',
    });
  });

  test('has the devices and the risk that were described', async () => {
    const id = await add({
      devices: [{ name: 'OLD-PC', compliant: false, managed: true, trustType: 'ServerAd' }],
      risk: { level: 'high', event: 'leakedCredentials' },
    });
    expect((await running.get(`/users/${id}/registeredDevices`)).body).toMatchObject({
      value: [{ displayName: 'OLD-PC', isCompliant: false, isManaged: true, trustType: 'ServerAd' }],
    });
    expect(
      (await running.get(`/identityProtection/riskDetections?$filter=userId eq '${id}'`)).body,
    ).toMatchObject({ value: [{ riskEventType: 'leakedCredentials', riskLevel: 'high' }] });
  });

  test('is refused with a word that is not known', async () => {
    const wish = { name: 'Ann Test', language: 'en', state: { mood: 'bad' } };
    expect((await running.send('POST', '/sandbox/people', wish)).status).toBe(400);
  });
});

describe('a switch of the tenant', () => {
  const change = (wish: object) => running.send('PATCH', '/sandbox/tenant', wish);

  test.each([
    ['/auditLogs/signIns', 'Authentication_RequestFromNonPremiumTenantOrB2CTenant'],
    [
      '/reports/authenticationMethods/userRegistrationDetails',
      'Authentication_RequestFromNonPremiumTenantOrB2CTenant',
    ],
    ['/identityProtection/riskyUsers', 'Forbidden'],
  ])('takes the premium plan away from %s', async (path, code) => {
    await change({ plan: 'none' });
    expect(await running.get(path)).toMatchObject({ status: 403, body: { error: { code } } });
  });

  test('leaves a tenant with the first plan the fact of a risk and hides its level', async () => {
    await change({ plan: 'p1' });
    expect((await running.get(`/identityProtection/riskyUsers/${who.risky}`)).body).toMatchObject({
      riskLevel: 'hidden',
      riskState: 'atRisk',
    });
  });

  test('takes a permission back', async () => {
    await change({ withheldPermissions: ['AuditLog.Read.All'] });
    expect(await running.get('/auditLogs/signIns')).toMatchObject({
      status: 403,
      body: { error: { code: 'Authorization_RequestDenied' } },
    });
  });

  test('switches one kind of method off and leaves the others', async () => {
    await change({ methodPolicies: { Sms: { state: 'disabled' } } });
    const configurations = '/policies/authenticationMethodsPolicy/authenticationMethodConfigurations';
    const states = [await running.get(`${configurations}/Sms`), await running.get(`${configurations}/Voice`)];
    expect(states.map(({ body }) => body)).toMatchObject([{ state: 'disabled' }, { state: 'enabled' }]);
  });

  test('replaces the policies of Conditional Access', async () => {
    await change({
      accessPolicies: [
        {
          id: '5a4db0c1-0000-4000-8000-0000000000d2',
          name: 'Register at the office',
          demands: ['block'],
          registration: true,
          outsideTrustedLocations: true,
        },
      ],
    });
    expect((await running.get('/identity/conditionalAccess/policies')).body).toMatchObject({
      value: [{ displayName: 'Register at the office', grantControls: { builtInControls: ['block'] } }],
    });
  });

  test('that is not known is refused', async () => {
    expect((await change({ colour: 'red' })).status).toBe(400);
  });
});

describe('a service incident', () => {
  const open = () =>
    running.send('POST', '/sandbox/incidents', { service: 'microsoftteams', title: 'Sign-in fails' });

  test('is open until it is closed', async () => {
    const { id } = added.parse((await open()).body);
    const before = await running.get('/admin/serviceAnnouncement/healthOverviews/microsoftteams');
    await running.send('DELETE', `/sandbox/incidents/${id}`);
    const after = await running.get('/admin/serviceAnnouncement/healthOverviews/microsoftteams');
    expect([before.body, after.body]).toMatchObject([
      { status: 'serviceInterruption' },
      { status: 'serviceOperational' },
    ]);
    expect((await running.get(`/admin/serviceAnnouncement/issues/${id}`)).body).toMatchObject({
      isResolved: true,
      service: 'Microsoft Teams',
    });
  });

  test('cannot be opened for a service that there is not, nor closed twice', async () => {
    const { id } = added.parse((await open()).body);
    const statuses = [
      (await running.send('POST', '/sandbox/incidents', { service: 'fax', title: 'x' })).status,
      (await running.send('DELETE', `/sandbox/incidents/${id}`)).status,
      (await running.send('DELETE', `/sandbox/incidents/${id}`)).status,
    ];
    expect(statuses).toEqual([404, 204, 404]);
  });
});
