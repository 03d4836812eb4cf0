import { z } from 'zod/v4';
import { tenantIds } from '../../../src/sandbox/tenant/tenantIds';
import { startGraph, who } from './startGraph';
import type { RunningGraph } from './startGraph';

let running: RunningGraph;
beforeEach(async () => {
  running = await startGraph();
});
afterEach(() => running.graph.close());

const people = z.strictObject({
  tenantId: z.guid(),
  botId: z.guid(),
  people: z.array(
    z.strictObject({
      id: z.guid().lowercase(),
      upn: z.string().min(1),
      name: z.string().min(1),
      language: z.enum(['ja', 'en']),
      roles: z.array(z.string()),
      trouble: z.string(),
    }),
  ),
});

describe('the list of people', () => {
  test('has the promised form and needs no token', async () => {
    const answer = await fetch(`${running.graph.url}/sandbox/people`);
    const listed = people.parse(await answer.json());
    expect(listed.tenantId).toBe(tenantIds.tenantId);
    expect(listed.people.length).toBeGreaterThanOrEqual(12);
  });

  test('shows what the tenant has of a person now', async () => {
    await running.post(`/users/${who.phoneReplaced}/revokeSignInSessions`);
    const answer = await running.send('GET', `/sandbox/people/${who.phoneReplaced}/methods`);
    expect(answer.body).toMatchObject({
      methods: [
        { kind: 'password', isDefault: false },
        { kind: 'phone', label: 'mobile ••••5678', isDefault: false },
        { kind: 'microsoft-authenticator', label: 'iPhone 11', isDefault: true },
        { kind: 'software-oath', isDefault: false },
      ],
      passwordChanged: false,
      sessionsRevokedAt: '2026-11-21T09:00:00.000Z',
    });
  });
});

describe('a blank person', () => {
  const added = z.looseObject({ id: z.string(), name: z.string() });
  const addBlank = async () =>
    added.parse(
      (await running.send('POST', '/sandbox/people', { name: '試験 太郎', language: 'ja', blank: true }))
        .body,
    );

  test('is known by name', async () => {
    const { id } = await addBlank();
    expect(await running.get(`/users/${id}?$select=displayName,userType`)).toMatchObject({
      status: 200,
      body: { displayName: '試験 太郎', userType: 'Member' },
    });
  });

  test.each([
    (id: string) => `/users/${id}/authentication/methods`,
    (id: string) => `/users/${id}/transitiveMemberOf`,
    (id: string) => `/users/${id}/registeredDevices`,
    (id: string) => `/users/${id}?$select=lastPasswordChangeDateTime`,
    (id: string) => `/users/${id}?$select=displayName,accountEnabled`,
    (id: string) => `/reports/authenticationMethods/userRegistrationDetails/${id}`,
    (id: string) => `/identityProtection/riskyUsers/${id}`,
    (id: string) => `/auditLogs/signIns?$filter=userId eq '${id}'`,
    (id: string) => `/roleManagement/directory/roleAssignments?$filter=principalId eq '${id}'`,
  ])('gives no evidence: %s', async (path) => {
    const { id } = await addBlank();
    expect((await running.get(path(id))).status).toBe(403);
    expect(running.graph.violations()).toEqual([]);
  });
});

describe('another person', () => {
  test('who is not blank has methods', async () => {
    const answer = await running.send('POST', '/sandbox/people', {
      name: 'Ann Test',
      language: 'en',
      blank: false,
    });
    const { id } = z.looseObject({ id: z.string() }).parse(answer.body);
    expect((await running.get(`/users/${id}/authentication/methods`)).body).toMatchObject({
      value: [{ '@odata.type': '#microsoft.graph.passwordAuthenticationMethod' }, { phoneType: 'mobile' }],
    });
  });

  test('without a name is refused', async () => {
    expect((await running.send('POST', '/sandbox/people', { language: 'en' })).status).toBe(400);
  });
});
