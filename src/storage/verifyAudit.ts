import { chainedHash, chainStart } from './auditChain';
import { cutIsRecorded, lastCut } from './auditCuts';
import { auditEntries } from './auditEntries';
import { auditHead, type AuditHead } from './auditTrail';
import type { InTransaction } from './transactions';

export type AuditVerdict =
  { readonly ok: true; readonly entries: number } | { readonly ok: false; readonly firstBroken: number };

/**
 * Walks a tenant's chain from the first entry that is kept to the head as it was at the start.
 * `firstBroken` is the sequence number of the first entry that is missing, changed or out of place.
 */
export async function verifyAudit(deps: { aside: InTransaction; tenantId: string }): Promise<AuditVerdict> {
  const { aside, tenantId } = deps;
  const head = await aside((db) => auditHead(db, tenantId));
  const cut = await aside((db) => lastCut(db, tenantId));
  let last: AuditHead = cut ?? { seq: 0, hash: chainStart };
  // A cut is an entry of the chain itself: one that nobody recorded would be a way to drop what happened before it.
  if (cut !== undefined && !(await aside((db) => cutIsRecorded(db, tenantId, cut))))
    return { ok: false, firstBroken: cut.seq };
  for await (const { hash, ...entry } of auditEntries(deps)) {
    const expected = last.seq + 1;
    if (entry.seq !== expected || hash !== chainedHash(last.hash, entry))
      return { ok: false, firstBroken: expected };
    // The chain may be sound and yet be another one than the head was taken from.
    if (entry.seq === head.seq && hash !== head.hash) return { ok: false, firstBroken: entry.seq };
    last = { seq: entry.seq, hash };
  }
  if (last.seq < head.seq) return { ok: false, firstBroken: last.seq + 1 };
  return { ok: true, entries: last.seq };
}
