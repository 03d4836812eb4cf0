import type { Clock } from '../ports/clock';
import type { Store } from '../ports/store';
import { addLook } from './recoveryJobs';

/** The person has done what they were asked to, by their own word: the tenant is looked at now. Nothing is believed. */
export async function lookNow(
  deps: { readonly store: Store; readonly clock: Clock },
  personId: string,
): Promise<'looking' | 'nothingFollowed'> {
  return deps.store.transaction(async (tx) => {
    const found = await tx.cases.openOf(personId.toLowerCase());
    const follow = found === undefined ? undefined : await tx.followUps.recovery(found.id);
    if (follow?.state !== 'open') return 'nothingFollowed';
    const at = deps.clock();
    // Pressed again within ten seconds, it is one look.
    await addLook(tx, follow.caseId, { at, name: `asked:${String(Math.floor(at / 10_000))}` });
    return 'looking';
  });
}
