import { inspect } from 'node:util';
import { graphAccountRemedies } from '../../src/graph/graphAccountRemedies';
import { graphDirectory } from '../../src/graph/graphDirectory';
import { roleTemplates } from '../../src/sandbox/tenant/roleTemplates';
import { personId, tenantIds } from '../../src/sandbox/tenant/tenantIds';
import { startSandboxTenant } from './sandboxTenant';
import type { SandboxTenant } from './sandboxTenant';
import { testClient, thrownBy } from './testClient';

const hanako = personId(1);
const ichiro = personId(2);
const emma = personId(5);
const daisuke = personId(11);
const sho = personId(14);
const grace = personId(22);
const daniel = personId(25);
const nobody = '5a4db0c1-0000-4000-9000-999999999999';
const wish = { lifetimeInMinutes: 60, isUsableOnce: true };

let sandbox: SandboxTenant;
// Pages of two, so that every list that decides something has more than one.
beforeEach(async () => {
  sandbox = await startSandboxTenant({ pageSize: 2 });
});
afterEach(async () => {
  const violations = sandbox.graph.violations();
  await sandbox.close();
  expect(violations).toEqual([]);
});

describe('the directory of the simulated tenant', () => {
  test('knows its people, and nobody else', async () => {
    const directory = graphDirectory(sandbox.client);
    expect(await directory.person(hanako)).toMatchObject({
      id: hanako,
      displayName: '佐藤 花子',
      kind: 'member',
    });
    expect(await directory.person(nobody)).toBeUndefined();
  });

  test.each([
    ['nothing', ichiro, [], false],
    ['a role', daisuke, ['Global Administrator'], false],
    ['an activated role', grace, ['Authentication Administrator'], false],
    ['an eligible role, which does not count', daniel, ['Helpdesk Administrator'], false],
    ['a role through a group', sho, ['Global Reader'], true],
  ] as const)('tells who holds %s', async (_what, id, roles, inRoleAssignableGroup) => {
    expect(await graphDirectory(sandbox.client).standing(id)).toEqual({
      roles: roles.map((role) => ({ roleId: roleTemplates[role], scope: '/' })),
      inRoleAssignableGroup,
    });
  });

  test('counts who else could help an administrator', async () => {
    const directory = graphDirectory(sandbox.client);
    expect(await directory.otherAdministrators(daisuke)).toBe(3);
    expect(await directory.otherAdministrators(ichiro)).toBe(4);
  });

  test('shows methods with their default and without their numbers', async () => {
    const methods = await graphDirectory(sandbox.client).methods(hanako);
    expect(methods.map(({ kind, label, isDefault }) => [kind, label, isDefault])).toEqual([
      ['password', undefined, false],
      ['phone', '••••••78', false],
      ['microsoft-authenticator', 'iPhone 11', true],
      ['software-oath', undefined, false],
    ]);
  });

  test('finds the number that cannot be reached', async () => {
    const methods = await graphDirectory(sandbox.client).methods(ichiro);
    expect(methods.find(({ kind }) => kind === 'phone')).toMatchObject({ numberFormatWrong: true });
  });

  test('has its pass policy', async () => {
    expect(await graphDirectory(sandbox.client).passPolicy()).toMatchObject({
      enabled: true,
      includes: 'all',
    });
  });

  test('tells the groups of a person, nested ones too', async () => {
    const { approversGroup, staffGroup, exclusionGroup } = tenantIds;
    const groups = [approversGroup, staffGroup, exclusionGroup];
    expect([...(await graphDirectory(sandbox.client).groupsAmong(grace, groups))].sort()).toEqual(
      [approversGroup, staffGroup].sort(),
    );
  });
});

describe('a remedy in the simulated tenant', () => {
  test('removes methods, the default only once it is the last', async () => {
    const remedies = graphAccountRemedies(sandbox.client);
    const methods = await graphDirectory(sandbox.client).methods(emma);
    const [mobile, alternate, authenticator] = methods.filter(({ kind }) => kind !== 'password');
    if (!mobile || !alternate || !authenticator) throw new Error('Emma has three methods.');
    expect(await thrownBy(remedies.removeMethod(emma, authenticator))).toMatchObject({
      code: 'graph-default-method',
    });
    expect(await remedies.removeMethod(emma, alternate)).toBe('removed');
    expect(await remedies.removeMethod(emma, alternate)).toBe('gone');
    expect(await remedies.removeMethod(emma, mobile)).toBe('removed');
    expect(await remedies.removeMethod(emma, authenticator)).toBe('removed');
    expect((await graphDirectory(sandbox.client).methods(emma)).map(({ kind }) => kind)).toEqual([
      'password',
    ]);
  });

  test('revokes sessions', async () => {
    await graphAccountRemedies(sandbox.client).revokeSessions(emma);
    expect(sandbox.tenant.find(emma)?.sessionsRevokedAt).toBe(sandbox.tenant.clock());
  });

  test('issues a pass that only reveal() shows, lists it without its value, and deletes it', async () => {
    const remedies = graphAccountRemedies(sandbox.client);
    const pass = await remedies.issuePass(emma, wish);
    expect(inspect(pass, { depth: null, showHidden: true }) + JSON.stringify(pass)).not.toContain('Canary');
    expect(pass.value.reveal()).toMatch(/^Canary/);
    expect(pass).toMatchObject({ isUsable: true, usabilityReason: 'EnabledByPolicy', ...wish });
    expect(await remedies.passes(emma)).toMatchObject([{ id: pass.id, isUsable: true }]);
    expect(await remedies.deletePass(emma, pass.id)).toBe('removed');
    expect(await remedies.deletePass(emma, pass.id)).toBe('gone');
    expect(await remedies.passes(emma)).toEqual([]);
  });

  test('asks once for a pass whose answer is lost, and finds it by reading again', async () => {
    const remedies = graphAccountRemedies(sandbox.client);
    await sandbox.fault({ match: { method: 'POST' }, fault: 'answer-lost' });
    expect(await thrownBy(remedies.issuePass(emma, wish))).toMatchObject({ code: 'graph-unreachable' });
    expect(sandbox.graph.log().filter(({ method }) => method === 'POST')).toHaveLength(1);
    expect(await remedies.passes(emma)).toHaveLength(1);
  });

  test('is refused by the policy where passes are switched off', async () => {
    sandbox.tenant.passPolicy.state = 'disabled';
    const issuing = graphAccountRemedies(sandbox.client).issuePass(emma, wish);
    expect(await thrownBy(issuing)).toMatchObject({ code: 'graph-policy-refuses', retryable: false });
  });
});

describe('a token that Entra did not give', () => {
  test('is refused', async () => {
    const reading = graphDirectory(testClient(sandbox.graph.url)).person(hanako);
    expect(await thrownBy(reading)).toMatchObject({ code: 'graph-forbidden', status: 401 });
  });
});
