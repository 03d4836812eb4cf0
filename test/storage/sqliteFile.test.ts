import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { aFile } from './aFile';
import { aCase, aRequest, aStore } from './stored';

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
  const opened = await aStore({ database: { file } });
  await opened.store.transaction(async (tx) => {
    await tx.cases.insert(aCase());
    await tx.requests.insert(aRequest());
  });
  await opened.close();
  return file;
}

describe('a SQLite file that is opened', () => {
  test('makes the folders that are missing, for its own user only', async () => {
    const file = path.join(path.dirname(aFile()), 'data', 'deep', 'monban.db');
    const opened = await aStore({ database: { file } });
    await opened.close();
    expect(existsSync(file)).toBe(true);
    expect(statSync(path.dirname(file)).mode & 0o077).toBe(0);
  });

  test('writes ahead, so that a reader does not stop the writer', async () => {
    const file = await aFilledFile();
    const mode = withRaw(file, (database) => database.prepare('pragma journal_mode').get());
    expect(mode).toMatchObject({ journal_mode: 'wal' });
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

describe('a file that another process keeps locked', () => {
  test('is a fault that may pass', async () => {
    const file = aFile();
    const opened = await aStore({ database: { file } });
    const other = new DatabaseSync(file);
    other.exec('begin immediate');
    const waiting = opened.store.transaction((tx) => tx.cases.insert(aCase()));
    await expect(waiting).rejects.toMatchObject({ code: 'store-unavailable', retryable: true });
    other.exec('rollback');
    other.close();
    await opened.store.transaction((tx) => tx.cases.insert(aCase()));
    await opened.close();
  });
});
