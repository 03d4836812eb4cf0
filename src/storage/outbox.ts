import { sql } from 'kysely';
import type { DeadLetter, NewJob, StoreTransaction } from '../ports/store';
import { storedPayload } from './jobPayload';
import type { Scope } from './scope';

/** Adds work to the outbox, in the transaction of the decision that it follows from. */
export function outboxIn(scope: Scope, added: () => void): StoreTransaction['outbox'] {
  return {
    async add(job: NewJob) {
      const now = scope.clock();
      const result = await scope.db
        .insertInto('outbox')
        .values({
          tenant_id: scope.tenantId,
          id: scope.newId(),
          kind: job.kind,
          payload: storedPayload(job.payload),
          state: 'waiting',
          run_after: job.runAfter ?? now,
          attempt: 0,
          lease: null,
          idempotency_key: job.idempotencyKey ?? null,
          fault: null,
          created_at: now,
        })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'idempotency_key']).doNothing())
        .executeTakeFirst();
      if (result.numInsertedOrUpdatedRows !== 0n) added();
    },
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
