import { createReadEvidence } from '../../src/evidence/readEvidence';
import { graphDirectory } from '../../src/graph/graphDirectory';
import type { Evidence } from '../../src/ports/evidence';
import { personId } from '../../src/sandbox/tenant/tenantIds';
import { startSandboxTenant } from '../graph/sandboxTenant';
import type { SandboxTenant } from '../graph/sandboxTenant';

let sandbox: SandboxTenant;
beforeEach(async () => {
  sandbox = await startSandboxTenant();
});
afterEach(async () => {
  await sandbox.close();
});

function readAbout(id: string, budgetMs = 10_000): Promise<Evidence> {
  const log = { error: () => undefined };
  return createReadEvidence({ directory: graphDirectory(sandbox.client), log, budgetMs })(id);
}

describe('evidence from the simulated tenant', () => {
  test.each([
    ['a wrong number', 2, 'number_format_wrong', 'true'],
    ['a right number', 1, 'number_format_wrong', 'false'],
    ['no method at all', 3, 'no_method_registered', 'true'],
    ['a passkey only', 4, 'no_method_registered', 'false'],
    ['an account of the old directory', 7, 'federated_or_synced', 'true'],
    ['a disabled account', 10, 'account_enabled', 'false'],
    ['an admin', 11, 'is_admin', 'true'],
    ['an admin whom others can help', 11, 'other_admin_available', 'true'],
    ['a role through a group', 14, 'is_admin', 'true'],
    ['an eligible role beside an active one', 25, 'is_admin', 'true'],
    ['no role', 1, 'is_admin', 'false'],
  ])('sees %s', async (_what, n, finding, value) => {
    const { findings, notAvailable } = await readAbout(personId(n));
    expect(notAvailable).toEqual([]);
    expect(findings).toContainEqual({ finding, values: [value], origin: 'tenant' });
  });

  test('sees a pass that was issued', async () => {
    const account = sandbox.tenant.find(personId(5));
    if (account === undefined) throw new Error('The seed has no person 5.');
    sandbox.tenant.issuePass(account, { lifetimeInMinutes: 60, isUsableOnce: true });
    const { findings } = await readAbout(account.id);
    expect(findings).toContainEqual({ finding: 'tap_issued', values: ['true'], origin: 'tenant' });
  });

  test('is nothing at all about a blank person, and says what was refused', async () => {
    const { id } = sandbox.tenant.addPerson({ name: 'Blank', language: 'en', blank: true });
    const { findings, notAvailable } = await readAbout(id);
    expect(findings).toEqual([]);
    expect(notAvailable).toEqual([
      'person: graph-forbidden',
      'methods: graph-forbidden',
      'standing: graph-forbidden',
      'otherAdministrators: graph-forbidden',
    ]);
  });

  test.each([
    ['429', 'graph-throttled'],
    ['500', 'graph-broken'],
    ['403', 'graph-forbidden'],
    ['reset', 'graph-unreachable'],
  ])('names what a %s keeps from it, and has the rest', async (fault, code) => {
    await sandbox.fault({ match: { path: '/authentication/methods$' }, fault });
    const { findings, notAvailable } = await readAbout(personId(10));
    expect(notAvailable).toEqual([`methods: ${code}`]);
    expect(findings).toContainEqual({ finding: 'account_enabled', values: ['false'], origin: 'tenant' });
  });

  test('does not wait for Graph that is silent', async () => {
    // A first read brings the token, so that the budget below is for Graph alone.
    await readAbout(personId(10));
    await sandbox.fault({ match: { path: '/authentication/methods$' }, fault: 'timeout' });
    const { findings, notAvailable } = await readAbout(personId(10), 500);
    expect(notAvailable).toEqual(['methods: late']);
    expect(findings).toContainEqual({ finding: 'account_enabled', values: ['false'], origin: 'tenant' });
  });

  test('is made of reads only', async () => {
    await readAbout(personId(11));
    expect(new Set(sandbox.graph.log().map(({ method }) => method))).toEqual(new Set(['GET']));
    expect(sandbox.graph.violations()).toEqual([]);
  });
});
