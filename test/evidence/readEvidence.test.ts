import { createReadEvidence } from '../../src/evidence/readEvidence';
import { readFeed } from '../../src/evidence/readFeed';
import { aStore } from '../storage/stored';
import { aFailure, fakeTenantEvidence, ownTenantId, personReads } from '../fakes/fakeTenantEvidence';

const start = Date.UTC(2026, 10, 26, 9);

async function aReader(options: { budgetMs?: number } = {}) {
  const opened = await aStore({ now: start });
  const fake = fakeTenantEvidence();
  const logged: unknown[] = [];
  const clock = () => opened.time.now;
  const read = createReadEvidence({
    store: opened.store,
    tenant: fake.tenant,
    directory: { otherAdministrators: () => Promise.resolve(2), groupsAmong: () => Promise.resolve([]) },
    clock,
    log: { error: (data: unknown) => void logged.push(data) },
    budgetMs: options.budgetMs ?? 5000,
  });
  const feed = { store: opened.store, tenant: fake.tenant, ownTenantId, clock, keptForMs: 3_600_000 };
  return { ...opened, ...fake, close: () => opened.close(), read, logged, feed };
}

const names = (evidence: { findings: readonly { finding: string }[] }) =>
  evidence.findings.map(({ finding }) => finding);

describe('evidence about a person', () => {
  test('is read of the person and looked up in what is kept of the tenant', async () => {
    const { close, feed, read, state } = await aReader();
    state.signIns.push(aFailure({ at: start - 1000, errorCode: 53003 }));
    await readFeed(feed, 'signIns');
    const { findings } = await read('person-1');
    expect(findings).toContainEqual(expect.objectContaining({ finding: 'error_code', values: ['53003'] }));
    expect(findings).toContainEqual(expect.objectContaining({ finding: 'is_admin', values: ['false'] }));
    await close();
  });

  test('is read once for all who ask at the same time', async () => {
    const { calls, close, read } = await aReader();
    await Promise.all([read('person-1'), read('person-1')]);
    await read('person-1');
    expect(calls.filter((call) => call === 'person')).toHaveLength(1);
    await close();
  });

  test('is read anew after a while', async () => {
    const { calls, close, read, time } = await aReader();
    await read('person-1');
    time.now += 61_000;
    await read('person-1');
    expect(calls.filter((call) => call === 'person')).toHaveLength(2);
    await close();
  });

  test('is nothing of anybody else', async () => {
    const { close, feed, read, state } = await aReader();
    state.signIns.push(aFailure({ at: start - 1000, personId: 'person-2', errorCode: 53003 }));
    await readFeed(feed, 'signIns');
    expect(names(await read('person-1'))).not.toContain('error_code');
    await close();
  });

  test('asks for other admins only where the person is one', async () => {
    const { close, read, state } = await aReader();
    expect(names(await read('person-1'))).not.toContain('other_admin_available');
    state.reads = personReads({
      standing: { roles: [{ roleId: 'r', scope: '/' }], inRoleAssignableGroup: false },
    });
    expect(names(await read('person-2'))).toContain('other_admin_available');
    await close();
  });
});

describe('evidence that is not there', () => {
  test('names the record, the reason and what is missing', async () => {
    const { close, fail, feed, read } = await aReader();
    fail('failingSignIns', 'graph-unlicensed', 'Microsoft Entra ID P1');
    await readFeed(feed, 'signIns');
    const { notAvailable } = await read('person-1');
    expect(notAvailable).toContainEqual({
      what: 'signIns',
      why: 'graph-unlicensed',
      needs: 'Microsoft Entra ID P1',
    });
    await close();
  });

  test('is late after the budget, and there for the one who asks later', async () => {
    const { close, read, state } = await aReader({ budgetMs: 20 });
    let release = (): void => undefined;
    state.holdUp = new Promise<void>((resolve) => {
      release = resolve;
    });
    const first = await read('person-1');
    expect(first.notAvailable).toContainEqual({ what: 'methods', why: 'late' });
    release();
    expect(names(await read('person-1', 5000))).toContain('no_method_registered');
    await close();
  });

  test('is too old once the last reading is long ago', async () => {
    const { close, feed, read, state, time } = await aReader();
    state.signIns.push(aFailure({ at: start - 1000, errorCode: 53003 }));
    await readFeed(feed, 'signIns');
    time.now += 16 * 60_000;
    const { findings, notAvailable } = await read('person-1');
    expect(names({ findings })).not.toContain('error_code');
    expect(notAvailable).toContainEqual({ what: 'signIns', why: 'tooOld' });
    await close();
  });

  test('is nobody where the tenant has no such person', async () => {
    const { close, read, state } = await aReader();
    state.reads = personReads({ account: undefined });
    expect((await read('person-1')).notAvailable).toContainEqual({ what: 'account', why: 'graph-not-found' });
    await close();
  });

  test('is a bug where it is no fault, and is logged', async () => {
    const { close, logged, read, tenant } = await aReader();
    tenant.person = () => Promise.reject(new TypeError('a bug'));
    await expect(read('person-1')).rejects.toThrow('a bug');
    expect(logged.length).toBeGreaterThan(0);
    await close();
  });
});
