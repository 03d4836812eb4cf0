import { phoneIds } from '../../../src/sandbox/tenant/method';
import { roleTemplates } from '../../../src/sandbox/tenant/roleTemplates';
import { tenantIds } from '../../../src/sandbox/tenant/tenantIds';
import { contract, startGraph, who } from './startGraph';
import type { RunningGraph } from './startGraph';

let running: RunningGraph;
beforeEach(async () => {
  running = await startGraph();
});
afterEach(() => running.graph.close());

/** Values for the parameters of the contract's paths, for things that are there. */
const known: Readonly<Record<string, string>> = {
  'user-id': who.phoneReplaced,
  'userRegistrationDetails-id': who.phoneReplaced,
  'riskyUser-id': who.risky,
  'group-id': tenantIds.staffGroup,
  'authenticationMethod-id': phoneIds.mobile,
  'phoneAuthenticationMethod-id': phoneIds.mobile,
  'authenticationMethodConfiguration-id': 'TemporaryAccessPass',
  'unifiedRoleDefinition-id': roleTemplates['Authentication Administrator'],
  'administrativeUnit-id': tenantIds.restrictedUnit,
  'serviceHealth-id': 'Exchange',
};

const reads = contract.operations.filter(
  ({ key, permissions }) => key.startsWith('GET ') && permissions !== undefined,
);

describe('a call that the contract knows', () => {
  test.each(reads.map(({ key }) => [key]))('is answered as the contract says: %s', async (key) => {
    const path = key
      .slice('GET '.length)
      .replaceAll(/\{([^}]+)\}/g, (_, name: string) => known[name] ?? 'none');
    const answer = await running.get(path);
    expect(running.graph.violations()).toEqual([]);
    expect([200, 404]).toContain(answer.status);
  });

  test('is answered for every person of the tenant', async () => {
    const paths = ['', '/authentication/methods', '/transitiveMemberOf', '/registeredDevices'];
    for (const { id } of running.tenant.accounts) {
      for (const path of paths) expect((await running.get(`/users/${id}${path}`)).status).toBe(200);
      await running.get(`/reports/authenticationMethods/userRegistrationDetails/${id}`);
    }
    expect(running.graph.violations()).toEqual([]);
  });

  test('needs a signed-in user where the contract has no application permission', async () => {
    expect((await running.get('/me')).status).toBe(403);
  });
});

describe('a request outside the contract', () => {
  test.each([
    ['an unknown path', 'GET', '/v1.0/users/x/messages', undefined],
    ['the beta version', 'GET', `/beta/users/${who.phoneReplaced}`, undefined],
    ['a path that is wrongly encoded', 'GET', '/v1.0/users/%zz', undefined],
    ['an unknown method', 'PUT', `/v1.0/users/${who.phoneReplaced}`, undefined],
    [
      'deleting by the common collection',
      'DELETE',
      `/v1.0/users/${who.phoneReplaced}/authentication/methods/x`,
      undefined,
    ],
    [
      'a query option where none is taken',
      'GET',
      `/v1.0/users/${who.phoneReplaced}/authentication/methods?$top=1`,
      undefined,
    ],
    [
      'an unknown property in a body',
      'POST',
      `/v1.0/users/${who.phoneReplaced}/authentication/temporaryAccessPassMethods`,
      { lifetime: 60 },
    ],
    [
      'a wrong type in a body',
      'POST',
      `/v1.0/users/${who.phoneReplaced}/authentication/temporaryAccessPassMethods`,
      { lifetimeInMinutes: 'long' },
    ],
  ])('is refused and kept for the tests: %s', async (_, method, path, body) => {
    const answer = await running.send(method, path, body);
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 'BadRequest' } } });
    expect(running.graph.violations()).toHaveLength(1);
  });
});

describe('a caller', () => {
  test('without a valid token is not let in', async () => {
    const answer = await running.send('GET', '/v1.0/users', undefined, 'forged');
    expect(answer).toMatchObject({ status: 401, body: { error: { code: 'InvalidAuthenticationToken' } } });
  });

  test('without the permission of a call is denied', async () => {
    const limited = await startGraph({ permissions: ['User.Read.All'] });
    const answer = await limited.get(`/users/${who.phoneReplaced}/authentication/methods`);
    await limited.graph.close();
    expect(answer).toMatchObject({ status: 403, body: { error: { code: 'Authorization_RequestDenied' } } });
  });

  test('with the basic permission alone sees basic properties only', async () => {
    const limited = await startGraph({ permissions: ['User.ReadBasic.All'] });
    const basic = await limited.get(`/users/${who.phoneReplaced}?$select=displayName`);
    const more = await limited.get(`/users/${who.phoneReplaced}?$select=accountEnabled`);
    await limited.graph.close();
    expect([basic.status, more.status]).toEqual([200, 403]);
  });
});

describe('the log', () => {
  test('has the calls without query, body or token', async () => {
    await running.get('/users?$top=1');
    await running.get('/users/nobody');
    const log = await running.send('GET', '/sandbox/log');
    expect(log.body).toEqual([
      { method: 'GET', path: '/v1.0/users', status: 200 },
      { method: 'GET', path: '/v1.0/users/nobody', status: 404 },
    ]);
  });
});
