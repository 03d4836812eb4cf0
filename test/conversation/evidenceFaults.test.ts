import { feedNames } from '../../src/evidence/feeds';
import { createReadEvidence } from '../../src/evidence/readEvidence';
import { readFeed } from '../../src/evidence/readFeed';
import { graphDirectory } from '../../src/graph/graphDirectory';
import { graphTenantEvidence } from '../../src/graph/graphTenantEvidence';
import { createPacer } from '../../src/graph/pacer';
import type { Evidence } from '../../src/ports/evidence';
import { personId } from '../../src/sandbox/tenant/tenantIds';
import { startSandboxTenant, type SandboxTenant } from '../graph/sandboxTenant';
import { testClient } from '../graph/testClient';
import { aStore } from '../storage/stored';
import { startDialog } from './dialogBench';

let sandbox: SandboxTenant;
beforeEach(async () => {
  sandbox = await startSandboxTenant();
});
afterEach(() => sandbox.close());

/** Somebody writes while Graph is in this state; they know nothing more, and the dialog goes to its end. */
async function talk() {
  const opened = await aStore({ now: sandbox.tenant.clock() });
  const clock = () => opened.time.now;
  const roomy = { requests: 1000, perMs: 1000, source: 'a test' };
  const pacer = createPacer({ limits: { reports: roomy, identityProtection: roomy, methods: roomy } });
  const retry = { retries: 0, delaySeconds: 0, longestWaitMs: 0 };
  const client = testClient(sandbox.graph.url, { credential: sandbox.credential, timeoutMs: 300, retry });
  const evidence = graphTenantEvidence({ client, patientClient: client, pacer, betaReads: [] });
  const common = { store: opened.store, tenant: evidence, clock };
  const { tenantId: ownTenantId } = sandbox.tenant;
  await Promise.all(feedNames.map((name) => readFeed({ ...common, ownTenantId, keptForMs: 1e9 }, name)));
  const log = { error: () => undefined };
  const read = createReadEvidence({ ...common, directory: graphDirectory(client), log, budgetMs: 3000 });
  const seen: Evidence[] = [];
  const dialog = await startDialog({
    readEvidence: async (_personId, budgetMs) => {
      const brought = await read(personId(13), budgetMs);
      seen.push(brought);
      return brought;
    },
  });
  let sent = await dialog.say('サインインできません');
  const isOver = () => sent.some(({ actions }) => actions.some(({ verb }) => verb === 'triage/helped'));
  for (let turns = 0; turns < 8 && !isOver(); turns += 1) sent = await dialog.say('わからない');
  const ended = isOver();
  await Promise.all([dialog.close(), opened.close()]);
  return { ended, missing: new Set(seen.flatMap((one) => one.notAvailable.map(({ why }) => why))) };
}

describe('a dialog ends well where the tenant', () => {
  test.each([
    ['refuses everything', '403', 'graph-forbidden'],
    ['knows nothing', '404', 'graph-not-found'],
    ['has no time', '429', 'graph-throttled'],
    ['is broken', '500', 'graph-broken'],
    ['cuts the line', 'reset', 'graph-unreachable'],
    ['is silent', 'timeout', 'graph-unreachable'],
    ['talks nonsense', 'malformed', 'graph-unreadable'],
  ])('%s', async (_what, fault, why) => {
    await sandbox.fault({ match: { path: '.' }, fault });
    const { ended, missing } = await talk();
    expect(ended).toBe(true);
    expect(missing).toContain(why);
  });

  test('has no P1', async () => {
    sandbox.tenant.change({ plan: 'none' });
    const { ended, missing } = await talk();
    expect(ended).toBe(true);
    expect(missing).toContain('graph-unlicensed');
  });

  test.each([-12, 12])('has a clock that is %d hours off ours', async (hours) => {
    sandbox.tenant.change({ clockAheadMs: hours * 3_600_000 });
    expect((await talk()).ended).toBe(true);
  });
});
