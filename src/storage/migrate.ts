import { sql } from 'kysely';
import { isFault } from '../faults';
import type { Clock } from '../ports/clock';
import { StartProblem } from '../startProblem';
import type { Engine } from './engine';
import { foundations } from './migrations/0001Foundations';
import { tenantMemory } from './migrations/0002TenantMemory';
import { housekeeping } from './migrations/0003Housekeeping';
import { confirmations } from './migrations/0004Confirmations';
import { guards } from './migrations/0005Guards';
import { caseQueue } from './migrations/0006CaseQueue';
import { requestLanes } from './migrations/0007RequestLanes';
import { followUps } from './migrations/0008FollowUps';
import { relay } from './migrations/0009Relay';
import { openOfPerson } from './migrations/0010OpenOfPerson';
import { inbox } from './migrations/0011Inbox';
import type { Migration } from './migrations/migration';
import type { Database } from './tables';
import type { InTransaction } from './transactions';

const migrations: readonly Migration[] = [
  foundations,
  tenantMemory,
  housekeeping,
  confirmations,
  guards,
  caseQueue,
  requestLanes,
  followUps,
  relay,
  openOfPerson,
  inbox,
];

/** The schema that this code reads and writes. */
export const schemaVersion = migrations.length;

interface MigrateDeps {
  readonly aside: InTransaction;
  readonly engine: Engine;
  readonly clock: Clock;
}

/**
 * Brings the database to this code's schema, all steps in one transaction, and says from which it came.
 * @throws StartProblem where the schema is newer than the code: going on could destroy what the newer code wrote (S28).
 */
export async function migrate(deps: MigrateDeps): Promise<number> {
  await makeVersionTable(deps);
  return deps.aside(async (db) => {
    for (const statement of deps.engine.beforeMigrating) await sql.raw(statement).execute(db);
    const stored = await storedVersion(db);
    refuseNewer(stored);
    for (const migration of migrations.filter(({ version }) => version > stored)) {
      for (const statement of statementsOf(migration, deps.engine)) await sql.raw(statement).execute(db);
      await db
        .insertInto('schema_version')
        .values({ version: migration.version, applied_at: deps.clock() })
        .execute();
    }
    return stored;
  });
}

/**
 * Gives the schema of a database that is only used as it is, and left so: a Monban of its own version may be running.
 * @throws StartProblem where it is none of Monban, or of another version
 */
export async function schemaAsItIs(look: InTransaction): Promise<number> {
  const stored = await look(storedVersion).catch((thrown: unknown) => {
    if (isFault(thrown)) throw thrown;
    throw new StartProblem('database-missing', 'There is nothing of Monban in the database.', thrown);
  });
  refuseNewer(stored);
  if (stored === schemaVersion) return stored;
  throw new StartProblem(
    'database-older',
    `The database has schema ${stored}, this Monban ${schemaVersion}: start it once with this database, or use the ` +
      'commands of the version that runs.',
  );
}

function refuseNewer(stored: number): void {
  if (stored <= schemaVersion) return;
  throw new StartProblem(
    'database-newer',
    `The database has schema ${stored}, this Monban knows up to ${schemaVersion}. ` +
      'Start the newer version of Monban again, or restore the backup made before it was installed.',
  );
}

/** Two instances may start at once, and PostgreSQL then tells the second that the table is there after all. */
async function makeVersionTable({ aside }: MigrateDeps): Promise<void> {
  const make = () =>
    aside((db) =>
      sql`create table if not exists schema_version (version bigint primary key, applied_at bigint not null)`.execute(
        db,
      ),
    );
  try {
    await make();
  } catch (thrown) {
    if (!isFault(thrown, 'store-conflict')) throw thrown;
    await make();
  }
}

async function storedVersion(db: Database): Promise<number> {
  const newest = await db
    .selectFrom('schema_version')
    .select((column) => column.fn.max('version').as('version'))
    .executeTakeFirst();
  return newest?.version ?? 0;
}

function statementsOf(migration: Migration, engine: Engine): readonly string[] {
  const { statements, appendOnly = [], cuttable = [] } = migration;
  return [
    ...statements,
    ...appendOnly.flatMap((table) => engine.appendOnly(table)),
    ...cuttable.flatMap(({ table, cuts }) => engine.cuttable(table, cuts)),
  ];
}
