import path from 'node:path';
import { createGraphClient } from '../../src/graph/graphClient';
import { createLog } from '../../src/log';
import {
  applicationPermissions,
  delegatedPermissions,
  readPermissionList,
} from '../../src/setup/permissionList';
import { registerApp, type RegisterWish } from '../../src/setup/registerApp';
import { startGraph, type RunningGraph } from '../sandbox/graph/startGraph';

const projectRoot = path.resolve(__dirname, '../..');
const list = readPermissionList(projectRoot);
const remedies = ['issue-temporary-access-pass'];
const identity = '5a4db0c1-0000-4000-8000-00000000f00d';

let running: RunningGraph;
let wish: RegisterWish;
beforeEach(async () => {
  running = await startGraph();
  const client = createGraphClient({
    baseUrl: running.graph.url,
    credential: { getToken: () => Promise.resolve({ token: 'valid', expiresOnTimestamp: Infinity }) },
    log: createLog({ level: 'silent' }),
    timeoutMs: 5000,
  });
  const authorityHost = 'https://login.microsoftonline.com';
  const { tenantId: tenant } = running.tenant;
  const url = 'https://monban.example.com';
  wish = { client, projectRoot, authorityHost, tenant, url, name: 'Monban', remedies, apply: false };
});
afterEach(async () => {
  const violations = running.graph.violations();
  await running.graph.close();
  expect(violations).toEqual([]);
});

const theApp = () => {
  const [app] = running.tenant.apps.apps;
  if (app === undefined) throw new Error('there is no app');
  return app;
};
const writes = () => running.graph.log().filter(({ method }) => method !== 'GET');
/** What a Privileged Role Administrator does at the consent link. */
function consent(): void {
  theApp().grantedRoles = applicationPermissions(list, remedies).map(({ id }) => id);
  theApp().grantedScopes = ['openid', ...delegatedPermissions(list).map(({ name }) => name)];
}
async function madeAndConsented(): Promise<void> {
  await registerApp({ ...wish, apply: true });
  consent();
}

describe('the set-up of the app registration', () => {
  test('changes nothing unless it is told to', async () => {
    const { lines, right } = await registerApp(wish);
    expect({ right, writes: writes() }).toEqual({ right: false, writes: [] });
    expect(lines.join()).toContain('--apply');
  });

  test('makes an app of one tenant that asks for exactly what the one list says', async () => {
    await registerApp({ ...wish, apply: true });
    const asked = JSON.stringify(theApp().settings['requiredResourceAccess']);
    const expected = [
      ...applicationPermissions(list, remedies).map(({ id }) => ({ id, type: 'Role' })),
      ...delegatedPermissions(list).map(({ delegatedId }) => ({ id: delegatedId, type: 'Scope' })),
    ];
    expect(JSON.parse(asked)).toEqual([{ resourceAppId: list.resourceAppId, resourceAccess: expected }]);
    expect(theApp().settings['signInAudience']).toBe('AzureADMyOrg');
  });

  test('asks for no application permission of a remedy that was not switched on', async () => {
    await registerApp({ ...wish, remedies: [], apply: true });
    const asked = JSON.stringify(theApp().settings['requiredResourceAccess']);
    const pass = list.remedies['issue-temporary-access-pass']?.[0];
    expect(asked).not.toContain(pass?.id);
    expect(asked).toContain(pass?.delegatedId);
  });

  test('asks for what a step needs that is taken later by itself', async () => {
    await registerApp({ ...wish, remedies: ['restore-exclusion'], apply: true });
    const asked = JSON.stringify(theApp().settings['requiredResourceAccess']);
    expect(asked).toContain(`"id":"${list.remedies['exclude-for-a-time']?.[0]?.id ?? 'none'}","type":"Role"`);
  });

  test('grants nothing itself, and says where an administrator does', async () => {
    const { lines, right } = await registerApp({ ...wish, apply: true });
    expect({ right, roles: theApp().grantedRoles }).toEqual({ right: false, roles: [] });
    expect(lines.at(-1)).toBe(
      `https://login.microsoftonline.com/${wish.tenant}/adminconsent?client_id=${theApp().appId}`,
    );
  });

  test('is content once everything is granted, and makes no second app', async () => {
    await madeAndConsented();
    const { right } = await registerApp({ ...wish, apply: true });
    expect({ right, apps: running.tenant.apps.apps.length }).toEqual({ right: true, apps: 1 });
  });

  test('lets a managed identity act as the app', async () => {
    await registerApp({ ...wish, federate: identity, apply: true });
    await registerApp({ ...wish, federate: identity, apply: true });
    expect(theApp().federated).toMatchObject([
      {
        subject: identity,
        issuer: `https://login.microsoftonline.com/${wish.tenant}/v2.0`,
        audiences: ['api://AzureADTokenExchange'],
      },
    ]);
  });

  test('knows no remedy that there is not', async () => {
    const { right, lines } = await registerApp({ ...wish, remedies: ['reset-everything'] });
    expect({ right, said: lines[0] }).toMatchObject({
      right: false,
      said: expect.stringContaining('reset-everything') as string,
    });
  });

  test('does not make another app in the place of a named one that is not there', async () => {
    const { right } = await registerApp({ ...wish, app: identity, apply: true });
    expect({ right, writes: writes() }).toEqual({ right: false, writes: [] });
  });
});

describe('a registration that was changed afterwards', () => {
  const surplusRole = '19dbc75e-c2e2-444c-a770-ec69d8559fc7'; // Directory.ReadWrite.All

  test.each<[string, () => void, string]>([
    ['a surplus grant', () => (theApp().grantedRoles = [...theApp().grantedRoles, surplusRole]), surplusRole],
    [
      'a missing grant',
      () => (theApp().grantedRoles = theApp().grantedRoles.slice(1)),
      `not granted: application ${list.reading[0]?.name ?? ''}`,
    ],
    [
      'a surplus delegated grant',
      () => (theApp().grantedScopes = [...theApp().grantedScopes, 'Directory.AccessAsUser.All']),
      'Directory.AccessAsUser.All',
    ],
    [
      'accounts of other tenants',
      () => (theApp().settings = { ...theApp().settings, signInAudience: 'AzureADMultipleOrgs' }),
      'other tenants',
    ],
    [
      'another place to send people back to',
      () => (theApp().settings = { ...theApp().settings, web: { redirectUris: ['https://evil.example/'] } }),
      'surplus redirect URI https://evil.example/',
    ],
    [
      'no claim about how fresh a sign-in is',
      () => (theApp().settings = { ...theApp().settings, optionalClaims: { idToken: [] } }),
      'auth_time',
    ],
    [
      'more asked for than is needed',
      () => {
        const resourceAccess = [{ id: surplusRole, type: 'Role' }];
        const requiredResourceAccess = [{ resourceAppId: list.resourceAppId, resourceAccess }];
        theApp().settings = { ...theApp().settings, requiredResourceAccess };
      },
      'asks for more than Monban needs',
    ],
  ])('is reported: %s', async (_what, change, said) => {
    await madeAndConsented();
    change();
    const { right, lines } = await registerApp(wish);
    expect(right).toBe(false);
    expect(lines.join('\n')).toContain(said);
  });
});
