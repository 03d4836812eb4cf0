import { createHash } from 'node:crypto';
import type { AuditTable } from './tables';

/** What the first entry of a chain follows. */
export const chainStart = '0'.repeat(64);

/**
 * The hash of an entry: SHA-256 over the hash before it and its own text, in hex. A list, so that the order is fixed
 * and no two entries have the same text. Changing anything here breaks every chain that was ever written.
 */
export function chainedHash(previousHash: string, entry: Omit<AuditTable, 'hash'>): string {
  const canonical = JSON.stringify([
    entry.tenant_id,
    entry.seq,
    entry.at,
    entry.event,
    entry.actor_id,
    entry.case_id,
    entry.request_id,
    entry.detail,
  ]);
  return createHash('sha256').update(previousHash).update('\n').update(canonical).digest('hex');
}
