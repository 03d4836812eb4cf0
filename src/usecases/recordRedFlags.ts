import type { Store } from '../ports/store';
import type { Clock } from '../ports/clock';

/** Writes the red flags of a case down as soon as they come up: from then on only staff can close it (SECURITY S26). */
export async function recordRedFlags(
  deps: { store: Store; clock: Clock },
  seen: { caseId: string; redFlags: readonly string[] },
): Promise<void> {
  await deps.store.transaction(async (tx) => {
    const found = await tx.cases.find(seen.caseId);
    const fresh = seen.redFlags.filter((flag) => found?.redFlags?.includes(flag) !== true);
    if (found === undefined || fresh.length === 0) return;
    const redFlags = [...(found.redFlags ?? []), ...fresh];
    await tx.cases.save({ ...found, redFlags, updatedAt: deps.clock() });
    await tx.audit.append({
      event: 'case.redFlagged',
      actorId: 'monban',
      caseId: found.id,
      detail: { redFlags: fresh },
    });
  });
}
