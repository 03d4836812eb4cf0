import { type Selectable, sql } from 'kysely';
import type { Case } from '../cases/case';
import { standingRedFlags } from '../cases/redFlags';
import type { StoreTransaction } from '../ports/store';
import { caseShape } from './caseShape';
import { saveVersioned } from './saveVersioned';
import { assertOurTenant, type Scope } from './scope';
import { readStored } from './storedBody';
import type { CaseTable } from './tables';

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
    async insert(added) {
      assertOurTenant(scope, added.tenantId);
      await db.insertInto('cases').values(toRow(added)).execute();
    },
    save: (changed) => saveCase(scope, changed),
  };
}

function saveCase(scope: Scope, changed: Case): Promise<Case> {
  return saveVersioned(scope, 'case', changed, (saved, stored) =>
    scope.db
      .updateTable('cases')
      .set(toRow(saved))
      .where((row) => row.and(stored))
      .executeTakeFirst(),
  );
}

/** What is a column is not in the body as well: one truth only. */
function toRow({
  tenantId,
  id,
  number,
  state,
  version,
  personId,
  ownerId,
  createdAt,
  updatedAt,
  ...body
}: Case): CaseTable {
  return {
    tenant_id: tenantId,
    id,
    number,
    state,
    person_id: personId,
    owner_id: ownerId ?? null,
    thread_id: body.handoff?.card?.activityId ?? null,
    version,
    schema: caseShape.schema,
    body: JSON.stringify(body),
    created_at: createdAt,
    updated_at: updatedAt,
  };
}

export function caseFromRow(row: Selectable<CaseTable> | undefined): Case | undefined {
  if (row === undefined) return undefined;
  const columns = {
    tenantId: row.tenant_id,
    id: row.id,
    number: row.number,
    state: row.state,
    version: row.version,
    personId: row.person_id,
    ownerId: row.owner_id ?? undefined,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
  return readStored(`case ${row.id}`, row, columns, caseShape);
}
