import { auditIn, type AuditHead } from './auditTrail';
import type { Scope } from './scope';
import type { Database } from './tables';

const cutEvent = 'audit.cut';

/** The last entry that was let go, or undefined where the trail is whole. */
export async function lastCut(db: Database, tenantId: string): Promise<AuditHead | undefined> {
  return db
    .selectFrom('audit_cuts')
    .select(['seq', 'hash'])
    .where('tenant_id', '=', tenantId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Whether the kept chain itself says that it was cut there. */
export async function cutIsRecorded(db: Database, tenantId: string, cut: AuditHead): Promise<boolean> {
  const found = await db
    .selectFrom('audit_trail')
    .select('seq')
    .where('tenant_id', '=', tenantId)
    .where('seq', '>', cut.seq)
    .where('event', '=', cutEvent)
    .where('detail', '=', detailOf(cut))
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/**
 * Lets the entries go that are older than `before`, but the newest of all, and writes down where the rest begins: the
 * chain stays verifiable from there. Gives how many went.
 */
export async function cutAudit(scope: Scope, before: number): Promise<number> {
  const { db, tenantId, clock } = scope;
  const firstKept = await db
    .selectFrom('audit_trail')
    .select('seq')
    .where('tenant_id', '=', tenantId)
    .where('at', '>=', before)
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst();
  const cut = await db
    .selectFrom('audit_trail')
    .select(['seq', 'hash'])
    .where('tenant_id', '=', tenantId)
    .where('at', '<', before)
    .$if(firstKept !== undefined, (older) => older.where('seq', '<', firstKept?.seq ?? 0))
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (cut === undefined) return 0;
  await auditIn(scope).append({ event: cutEvent, actorId: 'monban', detail: { ...cut } });
  await db
    .insertInto('audit_cuts')
    .values({ tenant_id: tenantId, ...cut, at: clock() })
    .execute();
  const gone = await db
    .deleteFrom('audit_trail')
    .where('tenant_id', '=', tenantId)
    .where('seq', '<=', cut.seq)
    .executeTakeFirst();
  return Number(gone.numDeletedRows);
}

/** As the trail stores it. */
function detailOf({ seq, hash }: AuditHead): string {
  return JSON.stringify({ seq, hash });
}
