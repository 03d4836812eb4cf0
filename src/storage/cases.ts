import { sql } from 'kysely';
import type { Case } from '../cases/case';
import { standingRedFlags } from '../cases/redFlags';
import type { StoreTransaction } from '../ports/store';
import { caseFromRow, caseToRow } from './caseRow';
import { confirmedCauses } from './confirmedCauses';
import { saveVersioned } from './saveVersioned';
import { assertOurTenant, type Scope } from './scope';

/** The cases of one tenant, within one transaction. */
export function casesIn(scope: Scope): StoreTransaction['cases'] {
  const { db, tenantId } = scope;
  const ours = () => db.selectFrom('cases').selectAll().where('tenant_id', '=', tenantId);
  const openOnes = (personId: string) =>
    ours()
      .where('person_id', '=', personId)
      // Written out, not bound: only so does the partial index apply.
      .where(sql<boolean>`state <> 'closed'`);
  return {
    async find(id) {
      return caseFromRow(await ours().where('id', '=', id).executeTakeFirst());
    },
    async findByNumber(number) {
      return caseFromRow(await ours().where('number', '=', number).executeTakeFirst());
    },
    async openOf(personId) {
      const query = openOnes(personId).orderBy('created_at', 'desc').orderBy('id', 'desc').limit(1);
      return caseFromRow(await query.executeTakeFirst());
    },
    async ownedOf(personId) {
      const query = openOnes(personId)
        .where('owner_id', 'is not', null)
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(1);
      return caseFromRow(await query.executeTakeFirst());
    },
    async ofThread(threadId) {
      const query = ours().where('thread_id', '=', threadId);
      return caseFromRow(await query.executeTakeFirst());
    },
    async redFlagsOf(personId) {
      const rows = await openOnes(personId).execute();
      const found = rows.flatMap((row) => caseFromRow(row) ?? []);
      return [...new Set(found.flatMap(standingRedFlags))];
    },
    async numberIsFree(number) {
      const query = db
        .selectFrom('cases')
        .select('id')
        .where('tenant_id', '=', tenantId)
        .where('number', '=', number);
      return (await query.executeTakeFirst()) === undefined;
    },
    async createdSince(since, most) {
      const query = ours()
        .where('created_at', '>=', since)
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc');
      const rows = await (most === undefined ? query : query.limit(most)).execute();
      return rows.toReversed().flatMap((row) => caseFromRow(row) ?? []);
    },
    confirmedCauses: (since) => confirmedCauses(scope, since),
    async insert(added) {
      assertOurTenant(scope, added.tenantId);
      await db.insertInto('cases').values(caseToRow(added)).execute();
    },
    save: (changed) => saveCase(scope, changed),
  };
}

function saveCase(scope: Scope, changed: Case): Promise<Case> {
  return saveVersioned(scope, 'case', changed, (saved, stored) =>
    scope.db
      .updateTable('cases')
      .set(caseToRow(saved))
      .where((row) => row.and({ ...stored, id: saved.id }))
      .executeTakeFirst(),
  );
}
