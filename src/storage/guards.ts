import type { StoreTransaction } from '../ports/store';
import type { Scope } from './scope';

/** Nothing is counted over a longer time than this. */
const keptForMs = 31 * 24 * 60 * 60_000;

/** What happened how often, counted in the store, so that a restart forgets nothing (SECURITY S19). */
export function talliesIn({ clock, db, newId, tenantId }: Scope): StoreTransaction['tallies'] {
  return {
    async add(kind, subject) {
      const at = clock();
      await db
        .deleteFrom('tallies')
        .where('tenant_id', '=', tenantId)
        .where('kind', '=', kind)
        .where('subject', '=', subject)
        .where('at', '<', at - keptForMs)
        .execute();
      await db
        .insertInto('tallies')
        .values({ tenant_id: tenantId, id: newId(), kind, subject, at })
        .execute();
    },
    async count(kind, subject, since) {
      const found = await db
        .selectFrom('tallies')
        .select((column) => column.fn.countAll().as('count'))
        .where('tenant_id', '=', tenantId)
        .where('kind', '=', kind)
        .where('subject', '=', subject)
        .where('at', '>', since)
        .executeTakeFirst();
      return Number(found?.count ?? 0);
    },
  };
}

/** Small facts of the tenant as a whole: the emergency stop, the policy that was last in force. */
export function marksIn({ clock, db, tenantId }: Scope): StoreTransaction['marks'] {
  return {
    async read(name) {
      const row = await db
        .selectFrom('marks')
        .select('value')
        .where('tenant_id', '=', tenantId)
        .where('name', '=', name)
        .executeTakeFirst();
      return row?.value;
    },
    async write(name, value) {
      const updated = { value, updated_at: clock() };
      await db
        .insertInto('marks')
        .values({ tenant_id: tenantId, name, ...updated })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'name']).doUpdateSet(updated))
        .execute();
    },
  };
}
