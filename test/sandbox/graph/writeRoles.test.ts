import { personId, tenantIds } from '../../../src/sandbox/tenant/tenantIds';
import { createTenant, type Tenant } from '../../../src/sandbox/tenant/tenant';
import type { RoleName } from '../../../src/sandbox/tenant/roleTemplates';
import { startGraphStandIn } from '../../../src/sandbox/graph/startGraphStandIn';
import { delegatedPermissions } from '../../../src/sandbox/entra/grantedPermissions';

/** What the simulated Entra lets a signed-in administrator do, by their roles, for calls that are not about methods. */
const admin = personId(21);
const ordinary = personId(1);
const privileged = personId(11);
const restricted = personId(12);

let tenant: Tenant;
let graph: Awaited<ReturnType<typeof startGraphStandIn>>;
beforeEach(async () => {
  tenant = createTenant({ clock: () => 1_800_000_000_000 });
  const permissions = delegatedPermissions();
  graph = await startGraphStandIn({
    tenant,
    verifyToken: () => ({ kind: 'delegated', personId: admin, permissions }),
  });
});
afterEach(async () => {
  const violations = graph.violations();
  await graph.close();
  expect(violations).toEqual([]);
});

const calls = {
  exclude: (id: string) =>
    [
      'POST',
      `/groups/${tenantIds.exclusionGroup}/members/$ref`,
      { '@odata.id': `https://graph.microsoft.com/v1.0/directoryObjects/${id}` },
    ] as const,
  dismiss: (id: string) => ['POST', '/identityProtection/riskyUsers/dismiss', { userIds: [id] }] as const,
  confirm: (id: string) =>
    ['POST', '/identityProtection/riskyUsers/confirmCompromised', { userIds: [id] }] as const,
  enable: (id: string) => ['PATCH', `/users/${id}`, { accountEnabled: true }] as const,
  signOut: (id: string) => ['POST', `/users/${id}/revokeSignInSessions`, undefined] as const,
};

async function status(call: keyof typeof calls, id: string, role: RoleName): Promise<number> {
  const account = tenant.find(admin);
  if (account === undefined) throw new Error('no administrator');
  account.roles = [{ role, scope: '/', how: 'assigned' }];
  const [method, path, body] = calls[call](id);
  const answer = await fetch(`${graph.url}/v1.0${path}`, {
    method,
    headers: { authorization: 'Bearer signed-in', 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  await answer.text();
  return answer.status;
}

test.each<[keyof typeof calls, RoleName, number, number]>([
  ['exclude', 'Authentication Administrator', 403, 403],
  ['exclude', 'Privileged Authentication Administrator', 403, 403],
  ['exclude', 'Groups Administrator', 204, 204],
  ['dismiss', 'Authentication Administrator', 403, 403],
  ['dismiss', 'Privileged Authentication Administrator', 403, 403],
  ['dismiss', 'Security Administrator', 204, 204],
  ['confirm', 'Helpdesk Administrator', 403, 403],
  ['confirm', 'Security Administrator', 204, 204],
  ['enable', 'Helpdesk Administrator', 403, 403],
  ['enable', 'User Administrator', 204, 403],
  ['enable', 'Authentication Administrator', 204, 403],
  ['enable', 'Privileged Authentication Administrator', 204, 204],
  ['signOut', 'Groups Administrator', 403, 403],
  ['signOut', 'Helpdesk Administrator', 200, 403],
  ['signOut', 'Authentication Administrator', 200, 403],
  ['signOut', 'Global Administrator', 200, 200],
])('%s by a %s: %d for an ordinary person, %d for a privileged one', async (call, role, forOne, forOther) => {
  expect([await status(call, ordinary, role), await status(call, privileged, role)]).toEqual([
    forOne,
    forOther,
  ]);
});

test('nobody changes who is in a restricted management unit, but putting them into a group stays allowed', async () => {
  expect([
    await status('enable', restricted, 'Global Administrator'),
    await status('signOut', restricted, 'Global Administrator'),
    await status('exclude', restricted, 'Global Administrator'),
  ]).toEqual([403, 403, 204]);
});

test('a role that is not activated lets nothing be done', async () => {
  const account = tenant.find(admin);
  if (account === undefined) throw new Error('no administrator');
  account.roles = [{ role: 'Global Administrator', scope: '/', how: 'eligible' }];
  const [method, path, body] = calls.dismiss(ordinary);
  const answer = await fetch(`${graph.url}/v1.0${path}`, {
    method,
    headers: { authorization: 'Bearer signed-in', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(403);
});
