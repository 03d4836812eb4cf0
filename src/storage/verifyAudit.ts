import { chainedHash, chainStart } from './auditChain';
import { auditHead, type AuditHead } from './auditTrail';
import type { InTransaction } from './transactions';

export type AuditVerdict =
  { readonly ok: true; readonly entries: number } | { readonly ok: false; readonly firstBroken: number };

/** Read at a time, so that a long trail neither fills the memory nor keeps writers waiting. */
const pageSize = 1000;

/**
 * Walks a tenant's chain from its first entry to the head as it was at the start.
 * `firstBroken` is the sequence number of the first entry that is missing, changed or out of place.
 */
export async function verifyAudit(deps: { aside: InTransaction; tenantId: string }): Promise<AuditVerdict> {
  const { aside, tenantId } = deps;
  const head = await aside((db) => auditHead(db, tenantId));
  let last: AuditHead = { seq: 0, hash: chainStart };
  for (;;) {
    const after = last.seq;
    const page = await aside((db) =>
      db
        .selectFrom('audit_trail')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .where('seq', '>', after)
        .orderBy('seq')
        .limit(pageSize)
        .execute(),
    );
    for (const { hash, ...entry } of page) {
      const expected = last.seq + 1;
      if (entry.seq !== expected || hash !== chainedHash(last.hash, entry))
        return { ok: false, firstBroken: expected };
      // The chain may be sound and yet be another one than the head was taken from.
      if (entry.seq === head.seq && hash !== head.hash) return { ok: false, firstBroken: entry.seq };
      last = { seq: entry.seq, hash };
    }
    if (page.length < pageSize) break;
  }
  if (last.seq < head.seq) return { ok: false, firstBroken: last.seq + 1 };
  return { ok: true, entries: last.seq };
}
