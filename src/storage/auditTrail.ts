import { z } from 'zod/v4';
import type { AuditEntry, StoreTransaction } from '../ports/store';
import { chainedHash, chainStart } from './auditChain';
import type { Scope } from './scope';
import type { Database } from './tables';

/** Where a tenant's chain ends. */
export interface AuditHead {
  readonly seq: number;
  readonly hash: string;
}

/** Appends to the audit trail, each entry chained to the one before (SECURITY S23). */
export function auditIn(scope: Scope): StoreTransaction['audit'] {
  const { db, tenantId, clock } = scope;
  return {
    async append(entry) {
      const head = await auditHead(db, tenantId);
      const row = {
        tenant_id: tenantId,
        seq: head.seq + 1,
        at: clock(),
        event: entry.event,
        actor_id: entry.actorId,
        case_id: entry.caseId ?? null,
        request_id: entry.requestId ?? null,
        detail: entry.detail === undefined ? null : JSON.stringify(entry.detail),
      };
      const hash = chainedHash(head.hash, row);
      await db
        .insertInto('audit_trail')
        .values({ ...row, hash })
        .execute();
      await db
        .insertInto('audit_heads')
        .values({ tenant_id: tenantId, seq: row.seq, hash })
        .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet({ seq: row.seq, hash }))
        .execute();
    },
  };
}

/** Reads what the trail holds of one case. */
export function trailIn({ db, tenantId }: Scope): StoreTransaction['trail'] {
  return {
    async ofCase(caseId) {
      const rows = await db
        .selectFrom('audit_trail')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .where('case_id', '=', caseId)
        .orderBy('seq')
        .execute();
      return rows.map((row) => ({
        at: row.at,
        event: row.event,
        actorId: row.actor_id,
        caseId,
        requestId: row.request_id ?? undefined,
        detail: detailOf(row.detail),
      }));
    },
  };
}

const storedDetail = z.record(z.string(), z.unknown());

function detailOf(stored: string | null): AuditEntry['detail'] {
  return stored === null ? undefined : storedDetail.parse(JSON.parse(stored));
}

/** Whoever appends has its turn (transactions.ts), so that nobody extends the same head meanwhile. */
export async function auditHead(db: Database, tenantId: string): Promise<AuditHead> {
  const head = await db
    .selectFrom('audit_heads')
    .select(['seq', 'hash'])
    .where('tenant_id', '=', tenantId)
    .executeTakeFirst();
  return head ?? { seq: 0, hash: chainStart };
}
