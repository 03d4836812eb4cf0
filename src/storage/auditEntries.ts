import type { AuditTable } from './tables';
import type { InTransaction } from './transactions';

/** One line of the audit trail as it is stored and hashed. */
export type StoredAuditEntry = Readonly<AuditTable>;

/** Read at a time, so that a long trail neither fills the memory nor keeps writers waiting. */
const pageSize = 1000;

/** The entries that are kept, in order. */
export async function* auditEntries(deps: {
  readonly aside: InTransaction;
  readonly tenantId: string;
}): AsyncGenerator<StoredAuditEntry> {
  for (let after = 0; ;) {
    const from = after;
    const page = await deps.aside((db) =>
      db
        .selectFrom('audit_trail')
        .selectAll()
        .where('tenant_id', '=', deps.tenantId)
        .where('seq', '>', from)
        .orderBy('seq')
        .limit(pageSize)
        .execute(),
    );
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return;
    after = last.seq;
  }
}
