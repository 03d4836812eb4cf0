import { inspect } from 'node:util';
import { graphAccountRemedies } from '../../src/graph/graphAccountRemedies';
import { graphDirectory } from '../../src/graph/graphDirectory';
import type { GraphServer } from './graphServer';
import { serveTable } from './tableServer';
import { testClient } from './testClient';

const person = 'AAAAAAAA-1111-4111-8111-111111111111';

let server: GraphServer | undefined;
afterEach(async () => {
  await server?.close();
});

async function serve(table: Readonly<Record<string, unknown>>): Promise<string> {
  server = await serveTable(table);
  return server.origin;
}

describe('the pass policy', () => {
  const pathOfPolicy =
    '/policies/authenticationMethodsPolicy/authenticationMethodConfigurations/TemporaryAccessPass';
  const configuration = {
    state: 'enabled',
    defaultLifetimeInMinutes: 60,
    minimumLifetimeInMinutes: 10,
    maximumLifetimeInMinutes: 480,
    isUsableOnce: true,
    includeTargets: [{ targetType: 'group', id: 'G1' }],
    excludeTargets: [{ targetType: 'group', id: 'G2' }],
  };

  test('names its bounds and its groups', async () => {
    const origin = await serve({ [pathOfPolicy]: configuration });
    expect(await graphDirectory(testClient(origin)).passPolicy()).toEqual({
      enabled: true,
      defaultLifetimeInMinutes: 60,
      minimumLifetimeInMinutes: 10,
      maximumLifetimeInMinutes: 480,
      oneTimeOnly: true,
      includes: ['g1'],
      excludes: ['g2'],
    });
  });

  test('may include everybody', async () => {
    const includeTargets = [{ targetType: 'group', id: 'all_users' }];
    const origin = await serve({ [pathOfPolicy]: { ...configuration, state: 'disabled', includeTargets } });
    expect(await graphDirectory(testClient(origin)).passPolicy()).toMatchObject({
      enabled: false,
      includes: 'all',
    });
  });
});

describe('a pass', () => {
  const passes = `/users/${person}/authentication/temporaryAccessPassMethods`;
  const issued = {
    id: 'pass-1',
    temporaryAccessPass: '+drkzqAD',
    createdDateTime: '2026-11-21T10:00:00Z',
    startDateTime: '2026-11-21T10:05:00Z',
    lifetimeInMinutes: 60,
    isUsableOnce: true,
    isUsable: false,
    methodUsabilityReason: 'NotYetValid',
  };

  test('that was issued shows its value to nobody but the one who reveals it', async () => {
    const origin = await serve({ [passes]: issued });
    const wish = { lifetimeInMinutes: 60, isUsableOnce: true };
    const pass = await graphAccountRemedies(testClient(origin)).issuePass(person, wish);
    expect(pass).toMatchObject({
      id: 'pass-1',
      usabilityReason: 'NotYetValid',
      startsAt: Date.UTC(2026, 10, 21, 10, 5),
    });
    expect(inspect(pass, { depth: null, showHidden: true }) + JSON.stringify(pass)).not.toContain('drkzqAD');
    expect(pass.value.reveal()).toBe('+drkzqAD');
    expect(server?.seen.map(({ body }) => body)).toEqual(['{"lifetimeInMinutes":60,"isUsableOnce":true}']);
  });

  test('that is there already has no value any more', async () => {
    const origin = await serve({ [passes]: { value: [{ ...issued, temporaryAccessPass: null }] } });
    expect(await graphAccountRemedies(testClient(origin)).passes(person)).toEqual([
      {
        id: 'pass-1',
        createdAt: Date.UTC(2026, 10, 21, 10),
        isUsable: false,
        usabilityReason: 'NotYetValid',
      },
    ]);
  });
});
