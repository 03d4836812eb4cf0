import { graphDirectory } from '../../src/graph/graphDirectory';
import type { GraphServer } from './graphServer';
import { serveTable } from './tableServer';
import { testClient } from './testClient';

const person = 'AAAAAAAA-1111-4111-8111-111111111111';
const globalAdministrator = '62e90394-69f5-4237-9190-012177145e10';
const privilegedAuthenticationAdministrator = '7be44c8a-adaf-4e2a-84d6-ab2649e08a13';
const group = '#microsoft.graph.group';

let server: GraphServer | undefined;
afterEach(async () => {
  await server?.close();
});

async function serve(table: Readonly<Record<string, unknown>>): Promise<string> {
  server = await serveTable(table);
  return server.origin;
}

const assignments = (filter: string): string => `/roleManagement/directory/roleAssignments?${filter}`;
const instances = (id: string): string =>
  `/roleManagement/directory/roleAssignmentScheduleInstances?principalId eq '${id}'`;
const holding = (...held: readonly (readonly [string, string, string])[]): unknown => ({
  value: held.map(([principalId, roleDefinitionId, directoryScopeId]) => ({
    principalId,
    roleDefinitionId,
    directoryScopeId,
  })),
});
const user = (id: string, accountEnabled: boolean): Record<string, unknown> => ({
  id,
  userPrincipalName: `${id}@example.com`,
  accountEnabled,
});

describe('a person', () => {
  test('is read with what decides about the account', async () => {
    const origin = await serve({
      [`/users/${person}`]: {
        id: person,
        displayName: '青井 蓮',
        userPrincipalName: 'ren@example.com',
        userType: 'Guest',
        accountEnabled: false,
        onPremisesSyncEnabled: true,
        isManagementRestricted: true,
        preferredLanguage: 'ja-JP',
        mobilePhone: '+81 90 1234 5678',
        businessPhones: ['+81 3 5550 0001'],
      },
    });
    expect(await graphDirectory(testClient(origin)).person(person)).toEqual({
      id: person.toLowerCase(),
      displayName: '青井 蓮',
      userPrincipalName: 'ren@example.com',
      kind: 'guest',
      accountEnabled: false,
      synced: true,
      managementRestricted: true,
      preferredLanguage: 'ja-JP',
      phones: ['+81 90 1234 5678', '+81 3 5550 0001'],
    });
  });

  test('without the newer fields is a member', async () => {
    const origin = await serve({ [`/users/${person}`]: { ...user(person, true), userType: null } });
    expect(await graphDirectory(testClient(origin)).person(person)).toMatchObject({
      kind: 'member',
      synced: false,
    });
  });
});

describe('the standing of a person', () => {
  const memberOf = `/users/${person}/transitiveMemberOf`;

  test('counts roles assigned, activated, through groups and of administrative units, each once', async () => {
    const origin = await serve({
      [memberOf]: {
        value: [
          { '@odata.type': group, id: 'g1', displayName: 'Admins', isAssignableToRole: true },
          { '@odata.type': group, id: 'g2', displayName: 'Everyone', isAssignableToRole: null },
          { '@odata.type': '#microsoft.graph.directoryRole', id: 'r1', displayName: null },
        ],
      },
      [assignments(`principalId eq '${person}'`)]: holding([person, 'role-a', '/administrativeUnits/1']),
      [assignments("principalId eq 'g1'")]: holding(['g1', 'role-b', '/']),
      [instances(person)]: holding([person, 'role-c', '/'], [person, 'role-a', '/administrativeUnits/1']),
    });
    expect(await graphDirectory(testClient(origin)).standing(person)).toEqual({
      roles: [
        { roleId: 'role-a', scope: '/administrativeUnits/1' },
        { roleId: 'role-c', scope: '/' },
        { roleId: 'role-b', scope: '/' },
      ],
      inRoleAssignableGroup: true,
    });
  });

  test.each([400, 403])('does without activated roles where the tenant answers %d', async (status) => {
    const origin = await serve({
      [memberOf]: { value: [] },
      [assignments(`principalId eq '${person}'`)]: holding(),
      [instances(person)]: status,
    });
    expect(await graphDirectory(testClient(origin)).standing(person)).toEqual({
      roles: [],
      inRoleAssignableGroup: false,
    });
  });

  test('is not guessed where groups show nothing but their ids', async () => {
    const origin = await serve({
      [memberOf]: {
        value: [{ '@odata.type': group, id: 'g1', displayName: null, isAssignableToRole: null }],
      },
      [assignments(`principalId eq '${person}'`)]: holding(),
      [instances(person)]: holding(),
    });
    await expect(graphDirectory(testClient(origin)).standing(person)).rejects.toMatchObject({
      code: 'graph-forbidden',
    });
  });
});

describe('the other administrators', () => {
  test('are enabled people with a role for the whole tenant, each once', async () => {
    const origin = await serve({
      [assignments(`roleDefinitionId eq '${globalAdministrator}'`)]: holding(
        [person, globalAdministrator, '/'],
        ['enabled', globalAdministrator, '/'],
        ['disabled', globalAdministrator, '/'],
        ['an-app', globalAdministrator, '/'],
        ['a-group', globalAdministrator, '/'],
      ),
      [assignments(`roleDefinitionId eq '${privilegedAuthenticationAdministrator}'`)]: holding(
        ['enabled', privilegedAuthenticationAdministrator, '/'],
        ['of-a-unit', privilegedAuthenticationAdministrator, '/administrativeUnits/1'],
      ),
      '/users/enabled': user('enabled', true),
      '/users/of-a-unit': user('of-a-unit', true),
      '/users/disabled': user('disabled', false),
      '/users/member': user('member', true),
      [`/users/${person.toLowerCase()}`]: user(person, true),
      '/groups/a-group/transitiveMembers': { value: [{ id: 'member' }, { id: 'disabled' }, { id: person }] },
    });
    expect(await graphDirectory(testClient(origin)).otherAdministrators(person)).toBe(2);
  });
});
