import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { aFile } from './aFile';
import { aCase, anAddress, aRequest, aStore } from './stored';

function withRaw<Result>(file: string, work: (database: DatabaseSync) => Result): Result {
  const database = new DatabaseSync(file);
  try {
    return work(database);
  } finally {
    database.close();
  }
}

/** A file with a case and its request, closed again. */
async function aFilledFile(): Promise<string> {
  const file = aFile();
  const opened = await aStore({ file });
  await opened.store.transaction(async (tx) => {
    await tx.cases.insert(aCase());
    await tx.requests.insert(aRequest());
  });
  await opened.close();
  return file;
}

describe('a store that is opened', () => {
  test('makes the folders that are missing, for its own user only', async () => {
    const file = path.join(path.dirname(aFile()), 'data', 'deep', 'monban.db');
    const opened = await aStore({ file });
    await opened.close();
    expect(existsSync(file)).toBe(true);
    expect(statSync(path.dirname(file)).mode & 0o077).toBe(0);
  });

  test('writes ahead, so that a reader does not stop the writer', async () => {
    const file = await aFilledFile();
    const mode = withRaw(file, (database) => database.prepare('pragma journal_mode').get());
    expect(mode).toMatchObject({ journal_mode: 'wal' });
  });

  test('reads back everything that was there before a restart', async () => {
    const file = aFile();
    const before = await aStore({ file });
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

    const after = await aStore({ file });
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
    const file = await aFilledFile();
    const opened = await aStore({ file });
    await opened.close();
    const versions = withRaw(file, (database) =>
      database.prepare('select version from schema_version').all(),
    );
    expect(versions.map((row) => row['version'])).toEqual(versions.map((_row, index) => index + 1));
  });

  test('refuses a newer schema and says what to do', async () => {
    const file = await aFilledFile();
    withRaw(file, (database) => {
      database.exec('insert into schema_version (version, applied_at) values (99, 1)');
    });
    await expect(aStore({ file })).rejects.toThrow(/schema 99.*newer version of Monban.*backup/s);
  });
});

describe('a stored row that this version cannot read', () => {
  test.each([
    ['no JSON', `update requests set body = '{'`],
    ['no object', `update requests set body = '[]'`],
    ['a field missing', `update requests set body = json_remove(body, '$.plan')`],
    ['a field too many', `update requests set body = json_insert(body, '$.power', 'all')`],
    ['an unknown state', `update requests set state = 'approvedByMagic'`],
    ['a shape of a later version', `update requests set schema = 2`],
  ])('is a fault, not a guess: %s', async (_what, statement) => {
    const file = await aFilledFile();
    withRaw(file, (database) => {
      database.exec(statement);
    });
    const opened = await aStore({ file });
    const reading = opened.store.transaction((tx) => tx.requests.find('request-1'));
    await expect(reading).rejects.toMatchObject({ code: 'store-unreadable' });
    const found = await opened.store.transaction((tx) => tx.cases.find('case-1'));
    expect(found).toEqual(aCase());
    await opened.close();
  });

  test('does not spill what it holds into the message', async () => {
    const file = await aFilledFile();
    withRaw(file, (database) => {
      database.exec(`update cases set body = 'my secret is 12345'`);
    });
    const opened = await aStore({ file });
    const reading = opened.store.transaction((tx) => tx.cases.find('case-1'));
    await expect(reading).rejects.toThrow('case case-1: does not fit its schema');
    await opened.close();
  });
});

describe('a look-up that happens all the time', () => {
  test.each([
    [
      'cases_open_of_person',
      `select * from cases where tenant_id = ? and person_id = ? and state <> 'closed' order by created_at desc`,
    ],
    [
      'outbox_due',
      `select id from outbox where tenant_id = ? and state = 'waiting' and run_after <= ? order by run_after`,
    ],
    [
      'requests_one_open',
      `select * from requests where tenant_id = ? and person_id = ?
       and state not in ('done', 'partial', 'failed', 'denied', 'expired', 'withdrawn')`,
    ],
  ])('uses %s', async (index, query) => {
    const file = await aFilledFile();
    const plan = withRaw(file, (database) => database.prepare(`explain query plan ${query}`).all('a', 'b'));
    expect(JSON.stringify(plan)).toContain(`USING INDEX ${index}`);
  });
});
