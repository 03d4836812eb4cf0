import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { z } from 'zod/v4';
import { Fault } from '../faults';
import { caseShape } from './caseShape';
import { schemaVersion } from './migrate';
import { asStoreFault } from './sqlite/sqliteFaults';

/** How long to wait for another process that is bringing the file in order after a crash. */
const busyTimeoutMs = 5000;
/** SQLITE_NOTADB: the file holds something else. */
const notADatabase = 26;

const countedRows = z.array(z.object({ cause: z.string(), cases: z.int(), people: z.int() }));

/** How many closed cases confirmed a cause, and how many different people's they were. Never whose. */
export type ConfirmedCause = Readonly<z.infer<typeof countedRows>[number]>;

type Counted =
  | { readonly ok: true; readonly confirmed: readonly ConfirmedCause[] }
  | { readonly ok: false; readonly why: 'missing' | 'notMonbans' | 'older' | 'newer' };

/**
 * Counts the causes that closed cases confirmed, in a file that a running Monban may be using: opened to read only,
 * without migrating it, and summed inside the database so that nobody's case leaves it.
 * @throws Fault `store-unavailable`, `store-unreadable`
 */
export function countConfirmedCauses({ file, since = 0 }: { file: string; since?: number }): Counted {
  if (!existsSync(file)) return { ok: false, why: 'missing' };
  try {
    const database = new DatabaseSync(addressOf(file), { readOnly: true, timeout: busyTimeoutMs });
    try {
      // One view of the file for all that follows; closing ends it.
      database.exec('begin');
      const why = whyNotOurs(database);
      return why === undefined ? { ok: true, confirmed: counted(database, since) } : { ok: false, why };
    } finally {
      database.close();
    }
  } catch (thrown) {
    if (isOf(thrown, notADatabase)) return { ok: false, why: 'notMonbans' };
    throw asStoreFault(thrown);
  }
}

/**
 * Where no write-ahead log stands beside the file, nobody has it open. SQLite would make a log even to read, and what
 * another account made the bot could not open later; an immutable file is read as it lies.
 */
function addressOf(file: string): URL {
  const address = pathToFileURL(file);
  if (!existsSync(`${file}-wal`)) address.searchParams.set('immutable', '1');
  return address;
}

function whyNotOurs(database: DatabaseSync): 'notMonbans' | 'older' | 'newer' | undefined {
  const tables = database
    .prepare(
      `select count(*) as found from sqlite_schema where type = 'table' and name in ('schema_version', 'cases')`,
    )
    .get();
  if (Number(tables?.['found']) !== 2) return 'notMonbans';
  const stored = Number(
    database.prepare('select max(version) as version from schema_version').get()?.['version'],
  );
  if (stored === schemaVersion) return undefined;
  return stored > schemaVersion ? 'newer' : 'older';
}

function counted(database: DatabaseSync, since: number): readonly ConfirmedCause[] {
  const closed = `from cases where state = 'closed' and updated_at >= ?`;
  const unreadable = database
    .prepare(`select count(*) as found ${closed} and (schema > ? or not json_valid(body))`)
    .get(since, caseShape.schema);
  if (Number(unreadable?.['found']) > 0) {
    throw new Fault('store-unreadable', 'closed cases are stored in a shape that this version cannot read');
  }
  const rows = database
    .prepare(
      `select json_extract(body, '$.confirmedCause') as cause, count(*) as cases,
        count(distinct person_id) as people
      ${closed} group by 1 having cause is not null order by people desc, cause`,
    )
    .all(since);
  const parsed = countedRows.safeParse(rows);
  if (!parsed.success)
    throw new Fault('store-unreadable', 'a closed case confirms something that is no cause');
  return parsed.data;
}

/** By its looks, not by `instanceof`: under Jest a core module's errors are another realm's. */
function isOf(thrown: unknown, errcode: number): boolean {
  return typeof thrown === 'object' && thrown !== null && 'errcode' in thrown && thrown.errcode === errcode;
}
