import { Kysely, sql } from 'kysely';
import type { Clock } from '../ports/clock';
import type { DatabaseAddress, Engine } from './engine';
import { migrate } from './migrate';
import { type MovedTable, movedTableNames, movedTables } from './movedTables';
import { openEngine } from './openEngine';
import type { Database, Tables } from './tables';
import { openTransactions, type Transactions } from './transactions';
import { verifyAudit } from './verifyAudit';

/** Rows in one statement: far from the engines' limits of parameters. */
const rowsAtOnce = 200;

type Row = Readonly<Record<string, string | number | null>>;

export type MoveOutcome =
  | { readonly ok: true; readonly rows: Readonly<Record<string, number>>; readonly chains: number }
  | {
      readonly ok: false;
      readonly why: 'notEmpty' | 'changedMeanwhile' | 'chainBroken';
      readonly where: string;
    };

interface Side extends Transactions {
  readonly engine: Engine;
  readonly db: Database;
}

/**
 * Copies everything from one database to another, which has to be empty, in one transaction of the target: all of it is
 * there afterwards, or nothing. Counts are compared and every audit chain is walked before it counts as done.
 * @throws StartProblem where one of the two cannot be opened
 */
export async function moveDatabase(deps: {
  readonly from: DatabaseAddress;
  readonly to: DatabaseAddress;
  readonly clock: Clock;
}): Promise<MoveOutcome> {
  const from = await openSide(deps.from, deps.clock);
  try {
    const to = await openSide(deps.to, deps.clock);
    try {
      return await move(from, to);
    } finally {
      await to.db.destroy();
    }
  } finally {
    await from.db.destroy();
  }
}

async function openSide(address: DatabaseAddress, clock: Clock): Promise<Side> {
  const engine = openEngine(address);
  const db = new Kysely<Tables>({ dialect: engine.dialect });
  try {
    const transactions = openTransactions(db, engine, '');
    await engine.check(db);
    await migrate({ ...transactions, engine, clock });
    return { ...transactions, engine, db };
  } catch (thrown) {
    await db.destroy();
    throw engine.startProblem(thrown) ?? thrown;
  }
}

/** Thrown to undo what was copied; it never leaves this file. */
class Undo extends Error {
  readonly outcome: MoveOutcome;

  constructor(outcome: MoveOutcome) {
    super('undone');
    this.outcome = outcome;
  }
}

async function move(from: Side, to: Side): Promise<MoveOutcome> {
  try {
    const rows = await to.aside(async (target) => {
      for (const table of movedTableNames) {
        if ((await count(target, table)) > 0) throw new Undo({ ok: false, why: 'notEmpty', where: table });
      }
      const copied = await from.aside((source) => copyAll(source, target));
      // Once more, in a new look at the source: somebody may have gone on writing.
      for (const table of movedTableNames) {
        const [before, after] = [
          await from.aside((source) => count(source, table)),
          await count(target, table),
        ];
        if (before !== after) throw new Undo({ ok: false, why: 'changedMeanwhile', where: table });
      }
      return copied;
    });
    return await checkChains(from, to, rows);
  } catch (thrown) {
    if (thrown instanceof Undo) return thrown.outcome;
    throw thrown;
  }
}

async function copyAll(source: Database, target: Database): Promise<Readonly<Record<string, number>>> {
  const counts: [string, number][] = [];
  for (const table of movedTableNames) {
    let copied = 0;
    let page = await readPage(source, table, undefined);
    while (page.length > 0) {
      await insertPage(target, table, page);
      copied += page.length;
      page = await readPage(source, table, page.at(-1));
    }
    counts.push([table, copied]);
  }
  return Object.fromEntries(counts);
}

async function readPage(db: Database, table: MovedTable, after: Row | undefined): Promise<readonly Row[]> {
  const key = sql.join(movedTables[table].map((column) => sql.ref(column)));
  const values = movedTables[table].map((column) => sql`${after?.[column] ?? null}`);
  const from = after === undefined ? sql`` : sql`where (${key}) > (${sql.join(values)})`;
  const query = sql<Row>`select * from ${sql.table(table)} ${from} order by ${key} limit ${rowsAtOnce}`;
  return (await query.execute(db)).rows;
}

async function insertPage(db: Database, table: MovedTable, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => sql`(${sql.join(columns.map((column) => row[column] ?? null))})`);
  const names = sql.join(columns.map((column) => sql.ref(column)));
  await sql`insert into ${sql.table(table)} (${names}) values ${sql.join(lines)}`.execute(db);
}

async function count(db: Database, table: MovedTable): Promise<number> {
  const { rows } = await sql<{ found: number }>`select count(*) as found from ${sql.table(table)}`.execute(
    db,
  );
  return rows[0]?.found ?? 0;
}

async function checkChains(
  from: Side,
  to: Side,
  rows: Readonly<Record<string, number>>,
): Promise<MoveOutcome> {
  const heads = (side: Side) =>
    side.aside((db) => db.selectFrom('audit_heads').selectAll().orderBy('tenant_id').execute());
  const [before, after] = [await heads(from), await heads(to)];
  for (const [index, head] of before.entries()) {
    const verdict = await verifyAudit({ ...to, tenantId: head.tenant_id });
    const same = after[index]?.hash === head.hash;
    if (!verdict.ok || !same) return { ok: false, why: 'chainBroken', where: head.tenant_id };
  }
  return { ok: true, rows, chains: before.length };
}
