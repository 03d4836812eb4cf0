import { type Selectable, sql } from 'kysely';
import type { Job, JobKinds, JobQueue, NewJob } from '../ports/store';
import type { Engine } from './engine';
import { unwrapPayload } from './jobPayload';
import { outboxIn } from './outbox';
import type { Scope } from './scope';
import { parseStoredJson } from './storedBody';
import type { Database, OutboxTable } from './tables';
import type { Transactions } from './transactions';

/** Written out, not bound: only so does the index `outbox_due` apply. */
const isWaiting = sql<boolean>`state = 'waiting'`;

function isOf(kinds: JobKinds | undefined) {
  if (kinds === undefined) return sql<boolean>`1 = 1`;
  return 'only' in kinds
    ? sql<boolean>`kind in (${sql.join(kinds.only)})`
    : sql<boolean>`kind not in (${sql.join(kinds.without)})`;
}

/** The worker's side of the outbox. A finished job's row stays, so that its idempotency key is never used twice. */
export function openJobQueue(
  deps: Omit<Scope, 'db'> & Pick<Transactions, 'aside' | 'alone' | 'look'> & { engine: Engine },
): JobQueue {
  const { aside, alone, look, engine, tenantId, clock, newId } = deps;

  /** Only with the lease: a worker that was too slow must not undo what the next one did. */
  const change = (job: Job, to: Partial<OutboxTable>, alongside: readonly NewJob[] = []) => {
    const together = alongside.length === 0 ? alone : aside;
    return together(async (db) => {
      const result = await db
        .updateTable('outbox')
        .set(to)
        .where('tenant_id', '=', tenantId)
        .where('id', '=', job.id)
        .where('lease', '=', job.lease)
        .executeTakeFirst();
      const changed = result.numUpdatedRows > 0n;
      // Whoever buries looks for more jobs at once, so nobody has to be woken.
      const outbox = outboxIn({ ...deps, db }, () => undefined);
      if (changed) for (const job of alongside) await outbox.add(job);
      return changed;
    });
  };

  return {
    claim: (limit, leaseMs, kinds) =>
      alone((db) => claimDue(db, engine, { tenantId, now: clock(), limit, leaseMs, lease: newId(), kinds })),
    extend: (job, leaseMs) => change(job, { run_after: clock() + leaseMs }),
    complete: (job) => change(job, { state: 'done', lease: null, fault: null }),
    retry: (job, runAfter, fault) => change(job, { run_after: runAfter, lease: null, fault }),
    bury: (job, fault, alongside) => change(job, { state: 'dead', lease: null, fault }, alongside),
    nextDue: (kinds) =>
      look(async (db) => {
        const next = await db
          .selectFrom('outbox')
          .select('run_after')
          .where('tenant_id', '=', tenantId)
          .where(isWaiting)
          .where(isOf(kinds))
          .orderBy('run_after')
          .limit(1)
          .executeTakeFirst();
        return next?.run_after;
      }),
  };
}

/**
 * One statement. The selection is materialized, because PostgreSQL may otherwise repeat it and take more than `limit`;
 * `run_after` is looked at once more in the update itself, because that is what keeps two workers apart.
 * Stepping over locked rows is speed only, and keeps two claims from waiting for each other.
 */
async function claimDue(
  db: Database,
  { skipsLocked }: Engine,
  wish: {
    tenantId: string;
    now: number;
    limit: number;
    leaseMs: number;
    lease: string;
    kinds: JobKinds | undefined;
  },
): Promise<readonly Job[]> {
  const rows = await db
    .with(
      (cte) => cte('due').materialized(),
      (query) =>
        query
          .selectFrom('outbox')
          .select('id')
          .where('tenant_id', '=', wish.tenantId)
          .where(isWaiting)
          .where(isOf(wish.kinds))
          .where('run_after', '<=', wish.now)
          .orderBy('run_after')
          .limit(wish.limit)
          .$if(skipsLocked, (due) => due.forUpdate().skipLocked()),
    )
    .updateTable('outbox')
    .set((row) => ({
      run_after: wish.now + wish.leaseMs,
      attempt: row('attempt', '+', 1),
      lease: wish.lease,
    }))
    .where('tenant_id', '=', wish.tenantId)
    .where(isWaiting)
    .where('run_after', '<=', wish.now)
    .where('id', 'in', (query) => query.selectFrom('due').select('due.id'))
    .returningAll()
    .execute();
  return rows.sort((one, other) => one.created_at - other.created_at).map((row) => toJob(row, wish.lease));
}

function toJob(row: Selectable<OutboxTable>, lease: string): Job {
  const unwrapped = unwrapPayload(parseStoredJson(`job ${row.id}`, row.payload));
  return { id: row.id, kind: row.kind, ...unwrapped, attempt: row.attempt, lease };
}
