import { readFeed } from '../../src/evidence/readFeed';
import { startFeeds } from '../../src/evidence/startFeeds';
import { aFile } from '../storage/aFile';
import { aStore } from '../storage/stored';
import { aFailure, fakeTenantEvidence, ownTenantId } from '../fakes/fakeTenantEvidence';

const start = Date.UTC(2026, 10, 26, 9);
const minute = 60_000;
const hour = 60 * minute;

async function aFeed(file?: string) {
  const opened = await aStore({ now: start, ...(file === undefined ? {} : { database: { file } }) });
  const fake = fakeTenantEvidence();
  const deps = {
    store: opened.store,
    tenant: fake.tenant,
    ownTenantId,
    clock: () => opened.time.now,
    keptForMs: 48 * hour,
  };
  const kept = (personId = 'person-1') =>
    opened.store.transaction((tx) => tx.tenant.ofPerson('signIns', personId));
  return { ...opened, ...fake, close: () => opened.close(), deps, kept };
}

describe('reading failed sign-ins', () => {
  test('begins with a day and goes on where it was, with an overlap', async () => {
    const { close, deps, sinceOf, state, time } = await aFeed();
    state.signIns.push(aFailure({ at: start - minute }));
    await readFeed(deps, 'signIns');
    time.now += minute;
    await readFeed(deps, 'signIns');
    time.now += 20 * minute;
    await readFeed(deps, 'signIns');
    expect(sinceOf).toEqual([start - 24 * hour, start - 16 * minute, start - 136 * minute]);
    await close();
  });

  test('goes on after a restart', async () => {
    const file = aFile();
    const before = await aFeed(file);
    before.state.signIns.push(aFailure({ at: start - minute }));
    await readFeed(before.deps, 'signIns');
    await before.close();
    const after = await aFeed(file);
    await readFeed(after.deps, 'signIns');
    expect(after.sinceOf).toEqual([start - 16 * minute]);
    await after.close();
  });

  test('keeps one record once, however often it comes', async () => {
    const { close, deps, kept, state } = await aFeed();
    state.signIns.push(aFailure({ at: start - minute }), aFailure({ at: start - minute }));
    await readFeed(deps, 'signIns');
    await readFeed(deps, 'signIns');
    expect(await kept()).toHaveLength(1);
    await close();
  });

  test('keeps no text of Microsoft, no app and no city', async () => {
    const { close, deps, kept, state } = await aFeed();
    const words = { failureReason: 'Secret words', app: 'Secret app', city: 'Secret city' };
    state.signIns.push(aFailure({ at: start, ...words }));
    await readFeed(deps, 'signIns');
    expect(JSON.stringify(await kept())).not.toContain('Secret');
    await close();
  });

  test('forgets what was kept long enough', async () => {
    const { close, deps, kept, state, time } = await aFeed();
    state.signIns.push(aFailure({ at: start - minute }));
    await readFeed(deps, 'signIns');
    time.now += 49 * hour;
    await readFeed(deps, 'signIns');
    expect(await kept()).toEqual([]);
    await close();
  });

  test('notes a refusal with what is missing, and waits', async () => {
    const { close, deps, fail } = await aFeed();
    fail('failingSignIns', 'graph-forbidden', 'AuditLog.Read.All');
    expect(await readFeed(deps, 'signIns')).toEqual({
      feed: 'signIns',
      dueAt: start + 10 * minute,
      fault: 'graph-forbidden',
      needs: 'AuditLog.Read.All',
      failures: 1,
    });
    await close();
  });
});

describe('a list that is read whole', () => {
  test('forgets who is no longer on it', async () => {
    const { close, deps, state, store, time } = await aFeed();
    const row = {
      personId: 'person-1',
      methodsRegistered: [],
      isMfaRegistered: false,
      isMfaCapable: false,
      canResetPassword: false,
      preferredMethod: undefined,
      systemPreferredMethods: [],
      isAdmin: false,
      userType: 'member' as const,
      updatedAt: start,
    };
    state.registrations.push(row);
    await readFeed(deps, 'registrations');
    time.now += hour;
    state.registrations.length = 0;
    await readFeed(deps, 'registrations');
    expect(await store.transaction((tx) => tx.tenant.ofPerson('registrations', 'person-1'))).toEqual([]);
    await close();
  });
});

describe('two processes', () => {
  test('do not both read: the second takes over once the first is gone', async () => {
    const file = aFile();
    const one = await aFeed(file);
    const other = await aFeed(file);
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const loop = startFeeds({ ...one.deps, holder: 'one', log, pollMs: 5 });
    while (one.calls.length < 10) await new Promise((resolve) => setTimeout(resolve, 5));
    const second = startFeeds({ ...other.deps, holder: 'two', log, pollMs: 5 });
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(other.calls).toEqual([]);
    await loop.stop();
    other.time.now += hour;
    while (!other.calls.includes('failingSignIns')) await new Promise((resolve) => setTimeout(resolve, 5));
    await second.stop();
    await Promise.all([one.close(), other.close()]);
  });
});
