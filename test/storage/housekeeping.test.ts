import { aDatabase } from './aDatabase';
import { rawly, withoutTriggers } from './rawly';
import { aCase, anAddress, aRequest, aStore } from './stored';

const nothing = { activities: 0, jobs: 0, state: 0 };

/** A trail with an entry at each of the times 1,000, 2,000 … 5,000. */
async function aTrail() {
  const database = aDatabase();
  const opened = await aStore({ database });
  for (const now of [1_000, 2_000, 3_000, 4_000, 5_000]) {
    opened.time.now = now;
    await opened.store.transaction((tx) => tx.audit.append({ event: 'case.opened', actorId: 'monban' }));
  }
  return { ...opened, database };
}

describe('an audit trail that is cut', () => {
  test('lets go what is older, says so itself and still verifies', async () => {
    const { housekeeping, audit } = await aTrail();
    expect((await housekeeping.forget({ ...nothing, audit: 3_000 })).audit).toBe(2);
    const kept = [];
    for await (const { seq, event } of audit.entries()) kept.push([seq, event]);
    expect(kept).toEqual([
      [3, 'case.opened'],
      [4, 'case.opened'],
      [5, 'case.opened'],
      [6, 'audit.cut'],
    ]);
    expect(await audit.verify()).toEqual({ ok: true, entries: 6 });
  });

  test('can be cut again, and down to the entry that says so', async () => {
    const { housekeeping, audit, store, time } = await aTrail();
    await housekeeping.forget({ ...nothing, audit: 3_000 });
    time.now = 9_000;
    await housekeeping.forget({ ...nothing, audit: 9_000 });
    await store.transaction((tx) => tx.audit.append({ event: 'case.opened', actorId: 'monban' }));
    expect(await audit.verify()).toEqual({ ok: true, entries: 8 });
  });

  test('of which nothing is old enough stays as it is', async () => {
    const { housekeeping, audit } = await aTrail();
    expect((await housekeeping.forget({ ...nothing, audit: 1_000 })).audit).toBe(0);
    expect(await audit.verify()).toEqual({ ok: true, entries: 5 });
  });

  test('refuses that more goes than was cut', async () => {
    const { housekeeping, database } = await aTrail();
    await housekeeping.forget({ ...nothing, audit: 3_000 });
    await expect(rawly(database, 'delete from audit_trail where seq = 3')).rejects.toThrow('append-only');
    await expect(rawly(database, 'delete from audit_cuts')).rejects.toThrow('append-only');
  });

  test('is broken where an entry after the cut was changed', async () => {
    const { housekeeping, audit, database } = await aTrail();
    await housekeeping.forget({ ...nothing, audit: 3_000 });
    await rawly(
      database,
      ...withoutTriggers(database),
      `update audit_trail set actor_id = 'x' where seq = 4`,
    );
    expect(await audit.verify()).toEqual({ ok: false, firstBroken: 4 });
  });

  test('is broken where somebody cut it who is no part of it', async () => {
    const { audit, database } = await aTrail();
    await rawly(
      database,
      'insert into audit_cuts select tenant_id, seq, hash, at from audit_trail where seq = 2',
      'delete from audit_trail where seq <= 2',
    );
    expect(await audit.verify()).toEqual({ ok: false, firstBroken: 2 });
  });
});

describe('what is old', () => {
  test('goes by its kind and its age, and what is still needed stays', async () => {
    const { store, jobs, botState, housekeeping, time } = await aStore();
    await store.transaction(async (tx) => {
      await tx.cases.insert(aCase({ state: 'closed' }));
      await tx.cases.insert(aCase({ id: 'case-2', personId: 'person-2' }));
      await tx.requests.insert(aRequest({ state: 'done' }));
      await tx.cards.add({
        requestId: 'request-1',
        message: { address: anAddress(), activityId: 'activity-1' },
        tokenHash: 'hash',
        expiresAt: 2_000,
      });
      await tx.confirmations.add({
        tokenHash: 'hash',
        requestId: 'request-1',
        personId: 'admin',
        act: { kind: 'prove' },
        digest: 'd',
        language: 'en',
        createdAt: 1_000,
        expiresAt: 2_000,
      });
      await tx.activities.firstSeen('chat', 'old');
      for (const kind of ['done', 'dead', 'waiting']) await tx.outbox.add({ kind, payload: null });
    });
    const claimed = await jobs.claim(9, 100);
    for (const job of claimed) {
      if (job.kind === 'done') await jobs.complete(job);
      if (job.kind === 'dead') await jobs.bury(job, 'graph-forbidden');
    }
    await botState.write({ old: { step: 1 } });
    time.now = 9_000;
    await botState.write({ recent: { step: 1 } });
    await store.transaction((tx) => tx.activities.firstSeen('chat', 'recent'));

    const since = { activities: 5_000, jobs: 5_000, state: 5_000, cases: 5_000 };
    expect(await housekeeping.forget(since)).toEqual({
      activities: 1,
      jobs: 1,
      state: 1,
      cases: 1,
      audit: 0,
    });
    expect(Object.keys(await botState.read(['old', 'recent']))).toEqual(['recent']);
    expect(await jobs.nextDue()).toBe(1_100);
    const left = await store.transaction(async (tx) => ({
      closed: await tx.cases.find('case-1'),
      open: (await tx.cases.find('case-2'))?.id,
      request: await tx.requests.find('request-1'),
      recentIsNew: await tx.activities.firstSeen('chat', 'recent'),
    }));
    expect(left).toEqual({ closed: undefined, open: 'case-2', request: undefined, recentIsNew: false });
  });
});

describe('a person who is erased', () => {
  async function aPerson(state: 'closed' | 'triage') {
    const opened = await aStore();
    await opened.store.transaction(async (tx) => {
      await tx.cases.insert(aCase({ state }));
      await tx.requests.insert(aRequest({ state: 'done' }));
      await tx.conversations.remember({
        address: anAddress({ conversationId: 'a:1_%x' }),
        personId: 'person-1',
        updatedAt: 1_000,
      });
      await tx.conversations.remember({
        address: anAddress({ conversationId: 'other' }),
        personId: 'person-2',
        updatedAt: 1_000,
      });
      await tx.audit.append({ event: 'case.opened', actorId: 'person-1', caseId: 'case-1' });
    });
    await opened.botState.write({
      'msteams/conversations/a:1_%x': { step: 1 },
      'msteams/conversations/a:11%x': {},
    });
    return opened;
  }

  test('leaves the chain whole, which says who erased', async () => {
    const { housekeeping, store, audit, botState } = await aPerson('closed');
    expect(await housekeeping.erasePerson('person-1', 'admin')).toBe('erased');
    const left = await store.transaction(async (tx) => [
      await tx.cases.find('case-1'),
      await tx.requests.find('request-1'),
      await tx.conversations.ofPerson('person-1'),
      (await tx.conversations.ofPerson('person-2'))?.personId,
    ]);
    expect(left).toEqual([undefined, undefined, undefined, 'person-2']);
    const keys = ['msteams/conversations/a:1_%x', 'msteams/conversations/a:11%x'];
    expect(Object.keys(await botState.read(keys))).toEqual(keys.slice(1));
    const events = [];
    for await (const { event, actor_id } of audit.entries()) events.push([event, actor_id]);
    expect(events).toEqual([
      ['case.opened', 'person-1'],
      ['person.erased', 'admin'],
    ]);
    expect(await audit.verify()).toEqual({ ok: true, entries: 2 });
  });

  test('is not, while a case is open', async () => {
    const { housekeeping, store } = await aPerson('triage');
    expect(await housekeeping.erasePerson('person-1', 'admin')).toBe('stillOpen');
    expect(await store.transaction((tx) => tx.cases.find('case-1'))).toBeDefined();
  });

  test('may be unknown', async () => {
    const { housekeeping } = await aStore();
    expect(await housekeeping.erasePerson('nobody', 'admin')).toBe('unknown');
  });
});
