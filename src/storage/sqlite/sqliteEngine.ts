import { SqliteDialect } from 'kysely';
import type { Engine } from '../engine';
import { makeFolderOf } from './makeFolderOf';
import { openNodeSqlite } from './nodeSqlite';
import { sqliteStartProblem } from './sqliteStartProblem';

/** One file, or `:memory:`, through the SQLite that Node brings. @throws StartProblem */
export function sqliteEngine(file: string): Engine {
  const startProblem: Engine['startProblem'] = (thrown) => sqliteStartProblem(file, thrown);
  const { database, settle } = opened(file, startProblem);
  return {
    name: 'sqlite',
    dialect: new SqliteDialect({ database }),
    settle,
    begin: 'begin immediate',
    beginInTurn: () => 'begin immediate',
    skipsLocked: false,
    beforeMigrating: [],
    appendOnly: (table) =>
      ['update', 'delete'].map(
        (change) => `create trigger ${table}_no_${change} before ${change} on ${table}
          begin select raise(abort, 'the table ${table} is append-only'); end`,
      ),
    cuttable: (table, cuts) => [
      `drop trigger ${table}_no_delete`,
      `create trigger ${table}_no_delete before delete on ${table}
        when old.seq > coalesce((select max(seq) from ${cuts} where tenant_id = old.tenant_id), 0)
        begin select raise(abort, 'the table ${table} is append-only'); end`,
    ],
    // What could be wrong was found while opening it.
    check: () => Promise.resolve(),
    startProblem,
  };
}

function opened(file: string, startProblem: Engine['startProblem']): ReturnType<typeof openNodeSqlite> {
  try {
    if (file !== ':memory:') makeFolderOf(file);
    return openNodeSqlite(file);
  } catch (thrown) {
    throw startProblem(thrown) ?? thrown;
  }
}
