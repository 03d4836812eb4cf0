import { type Selectable, sql } from 'kysely';
import { laneOf } from '../cases/remedyPlan';
import type { RemedyRequest } from '../cases/remedyRequest';
import type { StoreTransaction } from '../ports/store';
import { requestShape } from './requestShape';
import { saveVersioned } from './saveVersioned';
import { assertOurTenant, type Scope } from './scope';
import { readStored } from './storedBody';
import type { RequestTable } from './tables';

/** As the index `requests_one_open` says it, written out, not bound: only so does that index apply. */
const isOpen = sql<boolean>`state not in ('done', 'partial', 'failed', 'denied', 'expired', 'withdrawn')`;

/** The requests of one tenant, within one transaction. */
export function requestsIn(scope: Scope): StoreTransaction['requests'] {
  const { db, tenantId } = scope;
  const ours = () => db.selectFrom('requests').selectAll().where('tenant_id', '=', tenantId);
  return {
    async find(id) {
      return fromRow(await ours().where('id', '=', id).executeTakeFirst());
    },
    async findByNumber(number) {
      return fromRow(await ours().where('number', '=', number).executeTakeFirst());
    },
    async openFor(personId, lane = 'access') {
      const theirs = ours().where('person_id', '=', personId).where('lane', '=', lane);
      return fromRow(await theirs.where(isOpen).executeTakeFirst());
    },
    async inState(state) {
      const rows = await ours().where('state', '=', state).orderBy('created_at').execute();
      return rows.flatMap((row) => fromRow(row) ?? []);
    },
    async ofCase(caseId) {
      const query = ours().where('case_id', '=', caseId).orderBy('created_at').orderBy('id');
      return (await query.execute()).flatMap((row) => fromRow(row) ?? []);
    },
    async latestFor(personId) {
      const query = ours()
        .where('person_id', '=', personId)
        .where('lane', '=', 'access')
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc');
      return fromRow(await query.limit(1).executeTakeFirst());
    },
    async insert(added) {
      assertOurTenant(scope, added.tenantId);
      await db.insertInto('requests').values(toRow(added)).execute();
    },
    save: (changed) =>
      saveVersioned(scope, 'request', changed, (saved, stored) =>
        db
          .updateTable('requests')
          .set(toRow(saved))
          .where((row) => row.and({ ...stored, id: saved.id }))
          .executeTakeFirst(),
      ),
  };
}

/** What is a column is not in the body as well: one truth only. */
function toRow({
  tenantId,
  id,
  number,
  caseId,
  state,
  version,
  personId,
  createdAt,
  ...body
}: RemedyRequest): RequestTable {
  return {
    tenant_id: tenantId,
    id,
    number,
    case_id: caseId,
    state,
    person_id: personId,
    lane: laneOf(body.remedy),
    version,
    schema: requestShape.schema,
    body: JSON.stringify(body),
    created_at: createdAt,
  };
}

function fromRow(row: Selectable<RequestTable> | undefined): RemedyRequest | undefined {
  if (row === undefined) return undefined;
  const columns = {
    tenantId: row.tenant_id,
    id: row.id,
    number: row.number,
    caseId: row.case_id,
    state: row.state,
    version: row.version,
    personId: row.person_id,
    createdAt: row.created_at,
  };
  return readStored(`request ${row.id}`, row, columns, requestShape);
}
