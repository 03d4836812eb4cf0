import { z } from 'zod/v4';
import { roleTemplates } from '../../../src/sandbox/tenant/roleTemplates';
import { tenantIds } from '../../../src/sandbox/tenant/tenantIds';
import { startGraph, who } from './startGraph';
import type { RunningGraph } from './startGraph';

let running: RunningGraph;
beforeEach(async () => {
  running = await startGraph({ pageSize: 7 });
});
afterEach(() => running.graph.close());

const list = z.looseObject({ value: z.array(z.looseObject({})), '@odata.nextLink': z.string().optional() });
const listed = async (path: string) => list.parse((await running.get(path)).body);
const filtered = (path: string, filter: string) => listed(`${path}?$filter=${encodeURIComponent(filter)}`);

describe('$select', () => {
  test('is needed for what is not among the default properties', async () => {
    expect((await running.get(`/users/${who.synced}`)).body).not.toHaveProperty('onPremisesSyncEnabled');
    expect((await running.get(`/users/${who.synced}?$select=id,onPremisesSyncEnabled`)).body).toMatchObject({
      id: who.synced,
      onPremisesSyncEnabled: true,
    });
  });

  test('of a property that there is not is refused', async () => {
    expect((await running.get(`/users/${who.synced}?$select=shoeSize`)).status).toBe(400);
  });

  test('of a list of mixed types may name what some of them have', async () => {
    const { value } = await listed(
      `/users/${who.globalAdministrator}/transitiveMemberOf?$select=id,isAssignableToRole`,
    );
    expect(value).toContainEqual({
      '@odata.type': '#microsoft.graph.group',
      id: tenantIds.everyoneGroup,
      isAssignableToRole: null,
    });
  });
});

describe('$filter', () => {
  const assignments = '/roleManagement/directory/roleAssignments';

  test('finds the roles of a person', async () => {
    const { value } = await filtered(assignments, `principalId eq '${who.globalAdministrator}'`);
    expect(value).toMatchObject([
      { roleDefinitionId: roleTemplates['Global Administrator'], directoryScopeId: '/' },
    ]);
  });

  test('finds who holds a role, without those who would have to activate it', async () => {
    const role = roleTemplates['Authentication Administrator'];
    const { value } = await filtered(assignments, `roleDefinitionId eq '${role}'`);
    expect(value).toHaveLength(2);
  });

  test('compares times', async () => {
    const of = (since: string) =>
      filtered('/auditLogs/signIns', `userId eq '${who.phoneReplaced}' and createdDateTime ge ${since}`);
    expect((await of('2026-11-21T08:30:00Z')).value).toHaveLength(1);
    expect((await of('2026-11-21T08:00:00Z')).value).toHaveLength(2);
  });

  test.each([
    ["startswith(displayName,'佐藤')", 1],
    ["not (userType eq 'Member')", 1],
    [`id in ('${who.synced}', '${who.risky}')`, 2],
    ["accountEnabled eq false or userPrincipalName eq 'KEN.takahashi@hanamachi.example'", 2],
  ])('is understood: %s', async (filter, count) => {
    expect((await filtered('/users', filter)).value).toHaveLength(count);
  });

  test.each([
    'shoeSize eq 42',
    "displayName like 'a'",
    "displayName eq 'a' and",
    'displayName eq a',
    "(id eq 'x'",
  ])('that cannot be understood is refused: %s', async (filter) => {
    expect((await running.get(`/users?$filter=${encodeURIComponent(filter)}`)).status).toBe(400);
  });
});

describe('a long list', () => {
  test('comes in pages that a link leads through', async () => {
    const names: unknown[] = [];
    let path: string | undefined = '/users?$select=id';
    while (path !== undefined) {
      const answer: z.infer<typeof list> = await listed(path);
      names.push(...answer.value);
      path = answer['@odata.nextLink']?.slice(`${running.graph.url}/v1.0`.length);
    }
    expect(names).toHaveLength(running.tenant.accounts.length);
    expect(running.graph.violations()).toEqual([]);
  });
});

describe('groups', () => {
  test('contain their members through other groups', async () => {
    const asked = { groupIds: [tenantIds.staffGroup, tenantIds.exclusionGroup] };
    const answer = await running.post(`/users/${who.authenticationAdministrator}/checkMemberGroups`, asked);
    expect(answer.body).toEqual({ value: [tenantIds.staffGroup] });
  });

  test('show no more than their ids to a caller who may not read them', async () => {
    const limited = await startGraph({ permissions: ['User.Read.All'] });
    const answer = await limited.get(`/users/${who.phoneReplaced}/transitiveMemberOf`);
    await limited.graph.close();
    expect(answer.body).toMatchObject({ value: [{ id: tenantIds.everyoneGroup, displayName: null }] });
  });

  test('take and give back a member', async () => {
    const members = `/groups/${tenantIds.exclusionGroup}/members`;
    const reference = {
      '@odata.id': `https://graph.microsoft.com/v1.0/directoryObjects/${who.phoneReplaced}`,
    };
    const statuses = [
      (await running.post(`${members}/$ref`, reference)).status,
      (await running.post(`${members}/$ref`, reference)).status,
      (await running.remove(`${members}/${who.phoneReplaced}/$ref`)).status,
      (await running.remove(`${members}/${who.phoneReplaced}/$ref`)).status,
    ];
    expect(statuses).toEqual([204, 400, 204, 404]);
  });
});

describe('a batch', () => {
  test('answers each request alone, and none after one that failed', async () => {
    const requests = [
      { id: '1', method: 'GET', url: `/users/${who.phoneReplaced}?$select=id` },
      { id: '2', method: 'GET', url: '/users/nobody' },
      { id: '3', method: 'GET', url: `/users/${who.risky}`, dependsOn: ['2'] },
    ];
    const answer = await running.post('/$batch', { requests });
    expect(answer.body).toMatchObject({
      responses: [
        { id: '1', status: 200, body: { id: who.phoneReplaced } },
        { id: '2', status: 404 },
        { id: '3', status: 424 },
      ],
    });
    expect(running.graph.violations()).toEqual([]);
  });
});
