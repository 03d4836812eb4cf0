import { closeSync, openSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import type { SqliteDatabase, SqliteStatement } from 'kysely';
import { StartProblem } from '../../startProblem';
import { waitForDisk, type DiskWait } from './diskWait';
import { asStoreFault } from './sqliteFaults';

/** How long a statement waits, with the event loop stopped, for another process to end its transaction. */
const busyTimeoutMs = 5000;
const mostPrepared = 300;

interface NodeSqlite extends Pick<DiskWait, 'settle'> {
  /** In the shape that Kysely's own SQLite dialect asks for. */
  readonly database: SqliteDatabase;
}

/** Opens a SQLite file that writes ahead. What is committed survives a power cut only after `settle`. */
export function openNodeSqlite(file: string): NodeSqlite {
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
    database.exec('pragma synchronous = normal');
  } catch (thrown) {
    database.close();
    throw asStoreFault(thrown);
  }
  const prepared = keepPrepared(database);
  const disk = file === ':memory:' ? noDisk : waitForDisk(file);
  return {
    settle: () => disk.settle(),
    database: {
      close: () => {
        database.close();
        disk.close();
      },
      prepare: (sql) => faulting(() => prepared(sql)),
    },
  };
}

const noDisk: DiskWait = { settle: () => Promise.resolve(), close: () => undefined };

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

/**
 * Preparing costs more than most of our statements take to run, and there are few different ones; the oldest goes where
 * there are more after all. One that is read row by row is prepared for itself: two readers must not share it.
 */
function keepPrepared(database: DatabaseSync): (sql: string) => SqliteStatement {
  const kept = new Map<string, SqliteStatement>();
  return (sql) => {
    const known = kept.get(sql);
    if (known !== undefined) return known;
    const [oldest] = kept.keys();
    if (oldest !== undefined && kept.size >= mostPrepared) kept.delete(oldest);
    const made = kyselyStatement(database.prepare(sql), () => database.prepare(sql));
    kept.set(sql, made);
    return made;
  };
}

function kyselyStatement(statement: StatementSync, another: () => StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => faulting(() => statement.all(...parameters.map(bindable))),
    run: (parameters) => faulting(() => statement.run(...parameters.map(bindable))),
    iterate: (parameters) => faulting(() => another().iterate(...parameters.map(bindable))),
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
