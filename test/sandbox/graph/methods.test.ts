import { phoneIds } from '../../../src/sandbox/tenant/method';
import { refused, startGraph, who } from './startGraph';
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

const authenticationOf = (id: string) => `/users/${id}/authentication`;
const appOf = (id: string) =>
  running.tenant.find(id)?.methods.find(({ kind }) => kind === 'microsoft-authenticator')?.id ?? '';
const oathOf = (id: string) =>
  running.tenant.find(id)?.methods.find(({ kind }) => kind === 'software-oath')?.id ?? '';
const kindsOf = (id: string) => running.tenant.find(id)?.methods.map(({ kind }) => kind);

describe('the default method', () => {
  const authentication = authenticationOf(who.phoneReplaced);

  test('cannot be deleted while another second factor is registered', async () => {
    const answer = await running.remove(
      `${authentication}/microsoftAuthenticatorMethods/${appOf(who.phoneReplaced)}`,
    );
    expect(refused(answer)).toMatch(/^400 badRequest: Cannot delete default method with other methods/);
  });

  test('is refused with other words where it is a phone', async () => {
    const person = running.tenant.find(who.phoneReplaced);
    if (person !== undefined) person.defaultWay = 'sms';
    const answer = await running.remove(`${authentication}/phoneMethods/${phoneIds.mobile}`);
    expect(refused(answer)).toMatch(
      /^400 badRequest: .* matches the user's current default authentication method/,
    );
  });

  test('can be deleted as the last one, and the password stays', async () => {
    await running.remove(`${authentication}/phoneMethods/${phoneIds.mobile}`);
    await running.remove(`${authentication}/softwareOathMethods/${oathOf(who.phoneReplaced)}`);
    await running.remove(`${authentication}/microsoftAuthenticatorMethods/${appOf(who.phoneReplaced)}`);
    expect(kindsOf(who.phoneReplaced)).toEqual(['password']);
    const report = await running.get(
      `/reports/authenticationMethods/userRegistrationDetails/${who.phoneReplaced}`,
    );
    expect(report.body).toMatchObject({
      userPreferredMethodForSecondaryAuthentication: 'none',
      methodsRegistered: [],
    });
  });
});

describe('deleting a method', () => {
  test('takes the alternate phone before the mobile one', async () => {
    const phones = `${authenticationOf(who.twoPhones)}/phoneMethods`;
    expect((await running.remove(`${phones}/${phoneIds.mobile}`)).status).toBe(400);
    expect((await running.remove(`${phones}/${phoneIds.alternateMobile}`)).status).toBe(204);
    expect((await running.remove(`${phones}/${phoneIds.mobile}`)).status).toBe(204);
  });

  test('says at the second time that it is gone', async () => {
    const path = `${authenticationOf(who.phoneReplaced)}/softwareOathMethods/${oathOf(who.phoneReplaced)}`;
    const answers = [await running.remove(path), await running.remove(path)];
    expect(answers.map(({ status }) => status)).toEqual([204, 404]);
  });

  test('is denied for a person in a restricted management unit', async () => {
    const path = `${authenticationOf(who.restricted)}/microsoftAuthenticatorMethods/${appOf(who.restricted)}`;
    expect((await running.remove(path)).status).toBe(403);
    expect(kindsOf(who.restricted)).toContain('microsoft-authenticator');
  });

  test('leaves a line in the audit log', async () => {
    await running.remove(`${authenticationOf(who.phoneReplaced)}/phoneMethods/${phoneIds.mobile}`);
    expect((await running.get('/auditLogs/directoryAudits')).body).toMatchObject({
      value: [
        { activityDisplayName: 'Admin deleted security info', targetResources: [{ id: who.phoneReplaced }] },
      ],
    });
  });
});

describe('a phone number', () => {
  const phones = authenticationOf(who.wrongNumber) + '/phoneMethods';

  test('can be mended', async () => {
    const wish = { phoneNumber: '+81 9023456789', phoneType: 'mobile' };
    expect((await running.send('PATCH', `/v1.0${phones}/${phoneIds.mobile}`, wish)).status).toBe(204);
    expect((await running.get(`${phones}/${phoneIds.mobile}`)).body).toMatchObject({
      phoneNumber: '+81 9023456789',
    });
  });

  test('without a country code is refused', async () => {
    const wish = { phoneNumber: '09023456789', phoneType: 'mobile' };
    expect((await running.send('PATCH', `/v1.0${phones}/${phoneIds.mobile}`, wish)).status).toBe(400);
  });
});

describe('revoking sessions', () => {
  test('moves the time from which sessions are valid', async () => {
    const before = running.tenant.find(who.phoneReplaced)?.sessionsValidFrom ?? 0;
    expect(await running.post(`/users/${who.phoneReplaced}/revokeSignInSessions`)).toMatchObject({
      status: 200,
      body: { value: true },
    });
    expect(running.tenant.find(who.phoneReplaced)?.sessionsValidFrom).toBeGreaterThan(before);
  });
});
