import { type Insertable, type Selectable, sql } from 'kysely';
import type { Incident } from '../cases/incident';
import type { StoreTransaction } from '../ports/store';
import { incidentShape } from './incidentShape';
import { saveVersioned } from './saveVersioned';
import { assertOurTenant, type Scope } from './scope';
import { readStored } from './storedBody';
import type { IncidentTable } from './tables';

/** Written out, not bound: bound, SQLite prepares the statement anew each time to see whether its index applies. */
const isOpen = sql<boolean>`incidents.state = 'open'`;

/** The incidents of one tenant and the cases that are part of them, within one transaction. */
export function incidentsIn(scope: Scope): StoreTransaction['incidents'] {
  const { db, tenantId } = scope;
  const all = () =>
    db.selectFrom('incidents').selectAll('incidents').where('incidents.tenant_id', '=', tenantId);
  return {
    async find(id) {
      return fromRow(await all().where('id', '=', id).executeTakeFirst());
    },
    async open() {
      const rows = await all().where(isOpen).orderBy('created_at').execute();
      return rows.flatMap((row) => fromRow(row) ?? []);
    },
    ...membershipsIn(scope),
    async insert(added) {
      assertOurTenant(scope, added.tenantId);
      await db.insertInto('incidents').values(toRow(added)).execute();
    },
    save: (changed) =>
      saveVersioned(scope, 'incident', changed, (saved, stored) =>
        db
          .updateTable('incidents')
          .set(toRow(saved))
          .where((row) => row.and({ ...stored, id: saved.id }))
          .executeTakeFirst(),
      ),
  };
}

/** Which cases are part of which incident. */
function membershipsIn({ db, tenantId }: Scope) {
  return {
    async ofCase(caseId) {
      const row = await db
        .selectFrom('incidents')
        .selectAll('incidents')
        .where('incidents.tenant_id', '=', tenantId)
        .innerJoin('incident_cases', (join) =>
          join
            .onRef('incident_cases.tenant_id', '=', 'incidents.tenant_id')
            .onRef('incident_cases.incident_id', '=', 'incidents.id'),
        )
        .where('incident_cases.case_id', '=', caseId)
        .where(isOpen)
        .limit(1)
        .executeTakeFirst();
      return fromRow(row);
    },
    async casesOf(incidentId) {
      return db
        .selectFrom('cases')
        .innerJoin('incident_cases', (join) =>
          join
            .onRef('incident_cases.tenant_id', '=', 'cases.tenant_id')
            .onRef('incident_cases.case_id', '=', 'cases.id'),
        )
        .select(['cases.id', 'cases.number', 'cases.person_id as personId'])
        .where('cases.tenant_id', '=', tenantId)
        .where('incident_cases.incident_id', '=', incidentId)
        .orderBy('incident_cases.joined_at')
        .orderBy('cases.id')
        .execute();
    },
    async join(incidentId, caseId, joinedAt) {
      await db
        .insertInto('incident_cases')
        .values({ tenant_id: tenantId, incident_id: incidentId, case_id: caseId, joined_at: joinedAt })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'incident_id', 'case_id']).doNothing())
        .execute();
    },
  } satisfies Partial<StoreTransaction['incidents']>;
}

function toRow(incident: Incident): Insertable<IncidentTable> {
  const { createdAt, id, number, reason, state, tenantId, updatedAt, version, ...body } = incident;
  return {
    tenant_id: tenantId,
    id,
    number,
    state,
    reason,
    version,
    schema: incidentShape.schema,
    body: JSON.stringify(body),
    created_at: createdAt,
    updated_at: updatedAt,
  };
}

function fromRow(row: Selectable<IncidentTable> | undefined): Incident | undefined {
  if (row === undefined) return undefined;
  const columns = {
    tenantId: row.tenant_id,
    id: row.id,
    number: row.number,
    state: row.state,
    reason: row.reason,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
  return readStored(`incident ${row.id}`, row, columns, incidentShape);
}
