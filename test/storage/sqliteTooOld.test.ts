import type * as NodeSqlite from 'node:sqlite';
import { aFile } from './aFile';
import { aStore } from './stored';

let version = '';

// The real SQLite, which says of itself that it is another version.
jest.mock('node:sqlite', () => {
  const real = jest.requireActual<typeof NodeSqlite>('node:sqlite');
  class OfAnotherVersion extends real.DatabaseSync {
    constructor(...given: ConstructorParameters<typeof NodeSqlite.DatabaseSync>) {
      super(...given);
      this.function('sqlite_version', { deterministic: true }, () => version);
    }
  }
  return { ...real, DatabaseSync: OfAnotherVersion };
});

const open = (says: string) => {
  version = says;
  return aStore({ database: { file: aFile() } });
};

describe('a SQLite whose write-ahead log can lose commits', () => {
  test.each(['3.51.2', '3.45.1', '3.9.2', '2.8.17'])('is refused at the start: %s', async (old) => {
    await expect(open(old)).rejects.toMatchObject({
      code: 'database-unfit',
      message: expect.stringMatching(new RegExp(`SQLite ${old} may lose data.*Node 24`, 'u')) as string,
    });
  });

  test.each(['3.51.3', '3.51.10', '3.100.0', '4.0.0'])('is not one that has the fix: %s', async (mended) => {
    const opened = await open(mended);
    expect(await opened.audit.verify()).toMatchObject({ ok: true });
    await opened.close();
  });
});
