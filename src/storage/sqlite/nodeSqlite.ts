import { closeSync, openSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import type { SqliteDatabase, SqliteStatement } from 'kysely';
import { StartProblem } from '../../startProblem';
import { asStoreFault } from './sqliteFaults';

/** How long a statement waits, with the event loop stopped, for another process to end its transaction. */
const busyTimeoutMs = 5000;

/**
 * Opens a SQLite file in the way that loses nothing that was acknowledged: WAL with synchronous=FULL.
 * Answers in the shape that Kysely's own SQLite dialect asks for.
 */
export function openNodeSqlite(file: string): SqliteDatabase {
  // For the account that runs Monban alone; SQLite gives its side files the same rights.
  if (file !== ':memory:') closeSync(openSync(file, 'a', 0o600));
  const database = new DatabaseSync(file, {
    timeout: busyTimeoutMs,
    enableForeignKeyConstraints: true,
    defensive: true,
  });
  try {
    refuseOldSqlite(database);
    database.exec('pragma journal_mode = wal');
    database.exec('pragma synchronous = full');
  } catch (thrown) {
    database.close();
    throw asStoreFault(thrown);
  }
  return {
    close: () => {
      database.close();
    },
    prepare: (sql) => faulting(() => kyselyStatement(database.prepare(sql))),
  };
}

/** SQLite 3.7.0 to 3.51.2 can lose or corrupt commits in WAL mode when two connections race for its reset. */
function refuseOldSqlite(database: DatabaseSync): void {
  const [row] = database.prepare(`select sqlite_version() as version`).all();
  const version = String(row?.['version']);
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  if (major * 1e6 + minor * 1e3 + patch < 3_051_003) {
    throw new StartProblem(
      'database-unfit',
      `SQLite ${version} may lose data (WAL-reset race); Node 24.21 or newer brings a fixed one`,
    );
  }
}

function kyselyStatement(statement: StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => faulting(() => statement.all(...parameters.map(bindable))),
    run: (parameters) => faulting(() => statement.run(...parameters.map(bindable))),
    iterate: (parameters) => faulting(() => statement.iterate(...parameters.map(bindable))),
  };
}

function faulting<Result>(call: () => Result): Result {
  try {
    return call();
  } catch (thrown) {
    throw asStoreFault(thrown);
  }
}

/** We bind text, numbers and null only: everything else would differ between the two engines. */
function bindable(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  throw new TypeError(`a ${typeof value} cannot be stored`);
}
