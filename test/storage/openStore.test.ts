import type { DatabaseAddress } from '../../src/storage/engine';
import { aDatabase } from './aDatabase';
import { rawly } from './rawly';
import { aCase, anAddress, aRequest, aStore } from './stored';

/** A database with a case and its request, closed again. */
async function aFilledDatabase(): Promise<DatabaseAddress> {
  const database = aDatabase();
  const opened = await aStore({ database });
  await opened.store.transaction(async (tx) => {
    await tx.cases.insert(aCase());
    await tx.requests.insert(aRequest());
  });
  await opened.close();
  return database;
}

describe('a store that is opened', () => {
  test('reads back everything that was there before a restart', async () => {
    const database = aDatabase();
    const before = await aStore({ database });
    const card = {
      requestId: 'request-1',
      message: { address: anAddress(), activityId: 'activity-1' },
      tokenHash: 'hash-1',
      expiresAt: 2_000,
    };
    const conversation = {
      address: anAddress(),
      personId: 'person-1',
      language: 'en' as const,
      updatedAt: 1_000,
    };
    await before.store.transaction(async (tx) => {
      await tx.cases.insert(aCase());
      await tx.requests.insert(aRequest());
      await tx.outbox.add({ kind: 'tell', payload: { to: '花子' } });
      await tx.audit.append({ event: 'request.made', actorId: 'person-1', requestId: 'request-1' });
      await tx.cards.add(card);
      await tx.conversations.remember(conversation);
    });
    await before.close();

    const after = await aStore({ database });
    const found = await after.store.transaction(async (tx) => ({
      open: await tx.cases.openOf('person-1'),
      request: await tx.requests.openFor('person-1'),
      card: await tx.cards.byTokenHash('hash-1'),
      conversation: await tx.conversations.ofPerson('person-1'),
    }));
    expect(found).toEqual({ open: aCase(), request: aRequest(), card, conversation });
    expect(await after.jobs.claim(9, 100)).toMatchObject([
      { kind: 'tell', payload: { to: '花子' }, attempt: 1 },
    ]);
    expect(await after.audit.verify()).toEqual({ ok: true, entries: 1 });
    await after.close();
  });

  test('keeps the tables of the schema that is there', async () => {
    const database = await aFilledDatabase();
    const opened = await aStore({ database });
    await opened.close();
    const versions = await rawly(database, 'select version from schema_version order by version');
    expect(versions.map((row) => row['version'])).toEqual(versions.map((_row, index) => index + 1));
  });

  test('refuses a newer schema and says what to do', async () => {
    const database = await aFilledDatabase();
    await rawly(database, 'insert into schema_version (version, applied_at) values (99, 1)');
    await expect(aStore({ database })).rejects.toThrow(/schema 99.*newer version of Monban.*backup/s);
  });
});

describe('a stored row that this version cannot read', () => {
  test.each([
    ['no JSON', `update requests set body = '{'`],
    ['no object', `update requests set body = '[]'`],
    ['a field under another name', `update requests set body = replace(body, '"plan":', '"plans":')`],
    ['a field too many', `update requests set body = replace(body, '{"remedy"', '{"power":"all","remedy"')`],
    ['an unknown state', `update requests set state = 'approvedByMagic'`],
    ['a shape of a later version', `update requests set schema = 99`],
  ])('is a fault, not a guess: %s', async (_what, statement) => {
    const database = await aFilledDatabase();
    await rawly(database, statement);
    const opened = await aStore({ database });
    const reading = opened.store.transaction((tx) => tx.requests.find('request-1'));
    await expect(reading).rejects.toMatchObject({ code: 'store-unreadable' });
    const found = await opened.store.transaction((tx) => tx.cases.find('case-1'));
    expect(found).toEqual(aCase());
    await opened.close();
  });

  test('does not spill what it holds into the message', async () => {
    const database = await aFilledDatabase();
    await rawly(database, `update cases set body = 'my secret is 12345'`);
    const opened = await aStore({ database });
    const reading = opened.store.transaction((tx) => tx.cases.find('case-1'));
    await expect(reading).rejects.toThrow('case case-1: does not fit its schema');
    await opened.close();
  });
});
