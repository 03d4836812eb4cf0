import { schemaVersion } from '../../src/storage/migrate';
import { aDatabase } from './aDatabase';
import { firstSchema, leftBehind } from './fixtures/leftBehind';
import { rawly } from './rawly';
import { aCase, aRequest, aStore } from './stored';

/** For each there has to be a fixture: fixtures/write.sh makes one, before the migration that follows is added. */
const earlier = Array.from({ length: schemaVersion - firstSchema }, (_, index) => firstSchema + index);
const at = Date.UTC(2026, 10, 2, 10);

/** Everything that a store gives of what fill.ts wrote. */
async function found({ store, botState }: Awaited<ReturnType<typeof aStore>>) {
  const rows = await store.transaction(async (tx) => ({
    open: await tx.cases.openOf('hanako'),
    closed: await tx.cases.find('closed'),
    waits: await tx.requests.openFor('hanako'),
    approved: await tx.requests.openFor('emma'),
    done: await tx.requests.find('done'),
    card: await tx.cards.byTokenHash('a'.repeat(64)),
    chat: await tx.conversations.ofPerson('hanako'),
    seenBefore: !(await tx.activities.firstSeen('conversation-1', 'activity-0')),
    dead: (await tx.outbox.dead(9)).map(({ kind, fault }) => [kind, fault]),
  }));
  return { ...rows, state: Object.values(await botState.read(['msteams/bot/conversations/conversation-1'])) };
}

describe.each(earlier)('a database of schema %i', (schema) => {
  test('is brought to this one with everything that it held', async () => {
    const opened = await aStore({ database: await leftBehind(schema), now: at });
    expect(await found(opened)).toMatchObject({
      open: { personId: 'hanako', state: 'triage', redFlags: ['lost'] },
      closed: { state: 'closed', confirmedCause: 'new-phone', route: 'self-service' },
      waits: { id: 'waits', state: 'pending', door: 'own', approvals: [] },
      approved: {
        id: 'approved',
        state: 'approved',
        decision: { approverId: 'satoshi', proof: 'call-back' },
      },
      done: { state: 'done', journal: [{ step: 'delete:method-1', outcome: 'done' }] },
      card: { requestId: 'waits', message: { activityId: 'activity-1' } },
      chat: { language: 'ja', personId: 'hanako' },
      seenBefore: true,
      state: [{ dialogState: { dialogStack: [{ id: 'triage' }] } }],
    });
    expect(await opened.audit.verify()).toEqual({ ok: true, entries: 3 });
    expect(await opened.jobs.claim(9, 1_000)).toContainEqual(
      expect.objectContaining({ kind: 'run-remedy', payload: { requestId: 'approved' }, attempt: 1 }),
    );
  });

  test('goes on being used', async () => {
    const database = await leftBehind(schema);
    const opened = await aStore({ database, now: at });
    const { store, housekeeping, botState } = opened;
    await store.transaction(async (tx) => {
      const [open, waits] = [await tx.cases.find('open'), await tx.requests.find('waits')];
      if (open === undefined || waits === undefined) throw new Error('the fixture has lost its rows');
      await tx.cases.save({ ...open, state: 'withStaff', ownerId: 'yu' });
      await tx.requests.save({ ...waits, state: 'denied' });
      await tx.requests.insert(aRequest({ id: 'next', caseId: 'open', personId: 'hanako' }));
      await tx.cases.insert(aCase({ id: 'new', personId: 'new' }));
      await tx.outbox.add({ kind: 'tell', payload: 1 });
      await tx.tallies.add('asked.by', 'new');
      await tx.audit.append({ event: 'case.opened', actorId: 'new', caseId: 'new' });
    });
    await botState.write({ 'msteams/bot/conversations/conversation-2': { step: 1 } });
    await housekeeping.forget({ activities: at, jobs: at, state: 0, cases: at, audit: undefined });
    await opened.close();
    const again = await aStore({ database, now: at });
    expect(
      await again.store.transaction(async (tx) => [
        await tx.cases.find('open'),
        await tx.requests.openFor('hanako'),
        await tx.cases.find('closed'),
      ]),
    ).toMatchObject([{ state: 'withStaff', version: 2, ownerId: 'yu' }, { id: 'next' }, undefined]);
    expect(await again.audit.verify()).toEqual({ ok: true, entries: 4 });
    await expect(rawly(database, 'delete from audit_trail')).rejects.toThrow('append-only');
  });
});

test('a database of a later schema is refused, and says what to do', async () => {
  const database = aDatabase();
  await (await aStore({ database })).close();
  const next = schemaVersion + 1;
  await rawly(
    database,
    `insert into schema_version (version, applied_at) values (${String(next)}, 1)`,
    'select 1',
  );
  await expect(aStore({ database })).rejects.toThrow(
    new RegExp(
      `schema ${String(next)}.*knows up to ${String(schemaVersion)}.*newer version of Monban.*backup`,
      'su',
    ),
  );
});
