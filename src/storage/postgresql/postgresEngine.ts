import { sql } from 'kysely';
import { escapeLiteral } from 'pg';
import type { Logger } from 'pino';
import { StartProblem } from '../../startProblem';
import type { Engine } from '../engine';
import type { Database } from '../tables';
import { FaultingDialect } from './faultingDialect';
import { openPool, type ServerAddress } from './openPool';
import { placeOf, postgresStartProblem } from './postgresStartProblem';

/** A PostgreSQL server, 15 or newer, or one of the distributed ones that speak its language. */
export function postgresEngine(server: ServerAddress, log?: Logger): Engine {
  const { url } = server;
  return {
    name: 'postgresql',
    dialect: new FaultingDialect({ pool: openPool(server, log) }),
    // Its commit has waited already.
    settle: () => Promise.resolve(),
    begin: 'begin',
    beginInTurn: (tenantId) =>
      `begin; select seq from audit_heads where tenant_id = ${escapeLiteral(tenantId)} for update`,
    skipsLocked: true,
    // A large table may take its time; nobody may begin the same meanwhile.
    beforeMigrating: [
      'set local statement_timeout = 0',
      'lock table schema_version in share row exclusive mode',
    ],
    appendOnly: (table) => [
      `create function ${table}_is_append_only() returns trigger language plpgsql as
        $$ begin raise exception 'the table ${table} is append-only'; end $$`,
      `create trigger ${table}_no_change before update or delete on ${table}
        for each row execute function ${table}_is_append_only()`,
      `create trigger ${table}_no_truncate before truncate on ${table}
        for each statement execute function ${table}_is_append_only()`,
    ],
    cuttable: (table, cuts) => [
      `create or replace function ${table}_is_append_only() returns trigger language plpgsql as
        $$ begin
          if tg_op = 'DELETE' then
            if old.seq <= (select max(seq) from ${cuts} where tenant_id = old.tenant_id) then
              return old;
            end if;
          end if;
          raise exception 'the table ${table} is append-only';
        end $$`,
    ],
    check: (db) => refuseUnfitServer(db, url),
    startProblem: (thrown) => postgresStartProblem(url, thrown),
  };
}

async function refuseUnfitServer(db: Database, url: string): Promise<void> {
  const { rows } = await sql<{ version: string; encoding: string }>`select
    current_setting('server_version_num') as version, current_setting('server_encoding') as encoding`.execute(
    db,
  );
  const [found] = rows;
  if (Number(found?.version) < 150_000) {
    throw new StartProblem(
      'database-unfit',
      `The database server ${placeOf(url)} is too old: Monban needs PostgreSQL 15 or newer.`,
    );
  }
  if (found?.encoding !== 'UTF8') {
    throw new StartProblem(
      'database-unfit',
      `The database ${placeOf(url)} cannot hold Japanese: it needs the encoding UTF8.`,
    );
  }
}
