import { type Insertable, sql } from 'kysely';
import type { DeadLetter, NewJob, StoreTransaction } from '../ports/store';
import { storedPayload } from './jobPayload';
import type { Scope } from './scope';
import type { OutboxTable } from './tables';

/** In one statement: both engines bind some tens of thousands of values at most. */
const mostInOne = 500;

/** Adds work to the outbox, in the transaction of the decision that it follows from. */
export function outboxIn(scope: Scope, added: () => void): StoreTransaction['outbox'] {
  const addAll = async (jobs: readonly NewJob[]) => {
    for (let from = 0; from < jobs.length; from += mostInOne) {
      const { numInsertedOrUpdatedRows } = await scope.db
        .insertInto('outbox')
        .values(jobs.slice(from, from + mostInOne).map((job) => newRow(scope, job)))
        .onConflict((conflict) => conflict.columns(['tenant_id', 'idempotency_key']).doNothing())
        .executeTakeFirst();
      if (numInsertedOrUpdatedRows !== 0n) added();
    }
  };
  return {
    add: (job) => addAll([job]),
    addAll,
    async dead(limit) {
      const rows = await deadOnes(scope).orderBy('created_at').orderBy('id').limit(limit).execute();
      return rows.map(toDeadLetter);
    },
    async revive(idPrefix) {
      const beginning = `${idPrefix.replace(/[\\%_]/gu, '\\$&')}%`;
      const rows = await deadOnes(scope)
        .where(sql<boolean>`id like ${beginning} escape '\\'`)
        .limit(2)
        .execute();
      const [row] = rows;
      if (row === undefined || rows.length > 1) return undefined;
      await scope.db
        .updateTable('outbox')
        .set({ state: 'waiting', run_after: scope.clock(), attempt: 0, lease: null, fault: null })
        .where('tenant_id', '=', scope.tenantId)
        .where('id', '=', row.id)
        .execute();
      added();
      return toDeadLetter(row);
    },
  };
}

function newRow({ clock, newId, tenantId }: Scope, job: NewJob): Insertable<OutboxTable> {
  const now = clock();
  return {
    tenant_id: tenantId,
    id: newId(),
    kind: job.kind,
    payload: storedPayload(job.payload),
    state: 'waiting',
    run_after: job.runAfter ?? now,
    attempt: 0,
    lease: null,
    idempotency_key: job.idempotencyKey ?? null,
    fault: null,
    created_at: now,
  };
}

function deadOnes({ db, tenantId }: Scope) {
  return (
    db
      .selectFrom('outbox')
      .select(['id', 'kind', 'fault'])
      .where('tenant_id', '=', tenantId)
      // Written out, not bound: only so does the index `outbox_dead` apply.
      .where(sql<boolean>`state = 'dead'`)
  );
}

function toDeadLetter(row: { id: string; kind: string; fault: string | null }): DeadLetter {
  return { id: row.id, kind: row.kind, fault: row.fault ?? undefined };
}
