import { sql } from 'kysely';
import type { Clock } from '../ports/clock';
import { foundations } from './migrations/0001Foundations';
import { tenantMemory } from './migrations/0002TenantMemory';
import type { Migration } from './migrations/migration';
import type { InTransaction } from './transactions';

const migrations: readonly Migration[] = [foundations, tenantMemory];

/** The schema that this code reads and writes. */
export const schemaVersion = migrations.length;

/**
 * Brings the database to this code's schema, all steps in one transaction, and says from which it came.
 * @throws Error where the schema is newer than the code: going on could destroy what the newer code wrote (S28).
 */
export function migrate(deps: { inTransaction: InTransaction; clock: Clock }): Promise<number> {
  return deps.inTransaction(async (db) => {
    await sql`create table if not exists schema_version (version bigint primary key, applied_at bigint not null)`.execute(
      db,
    );
    const newest = await db
      .selectFrom('schema_version')
      .select((column) => column.fn.max('version').as('version'))
      .executeTakeFirst();
    const stored = newest?.version ?? 0;
    if (stored > schemaVersion) {
      throw new Error(
        `The database has schema ${stored}, this Monban knows up to ${schemaVersion}. ` +
          'Start the newer version of Monban again, or restore the backup made before it was installed.',
      );
    }
    for (const migration of migrations.filter(({ version }) => version > stored)) {
      for (const statement of migration.statements) await sql.raw(statement).execute(db);
      await db
        .insertInto('schema_version')
        .values({ version: migration.version, applied_at: deps.clock() })
        .execute();
    }
    return stored;
  });
}
