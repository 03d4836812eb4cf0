import type { NewJob, StoreTransaction } from '../ports/store';
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
          payload: JSON.stringify(job.payload ?? null),
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
  };
}
