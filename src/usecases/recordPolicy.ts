import type { Store } from '../ports/store';
import { sha256 } from './sha256';

const mark = 'policy-digest';

/** Writes into the trail that another policy is in force than at the start before (SECURITY S30). */
export async function recordPolicy(store: Store, text: string): Promise<void> {
  const digest = sha256(text);
  await store.transaction(async (tx) => {
    const before = await tx.marks.read(mark);
    if (before === digest) return;
    await tx.marks.write(mark, digest);
    await tx.audit.append({
      event: 'policy.changed',
      actorId: 'monban',
      detail: { digest, before: before ?? null },
    });
  });
}
