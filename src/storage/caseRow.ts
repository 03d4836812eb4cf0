import type { Selectable } from 'kysely';
import type { Case } from '../cases/case';
import { caseShape } from './caseShape';
import { readStored } from './storedBody';
import type { CaseTable } from './tables';

/** What is a column is not in the body as well: one truth only. */
export function caseToRow({
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
