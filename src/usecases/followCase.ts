import type { Clock } from '../ports/clock';
import type { Store } from '../ports/store';
import { followByHand } from './beginRecovery';

/** Staff have a case followed that no remedy of ours ended: it closes once the tenant shows that the person is in. */
export async function followCase(
  deps: { readonly store: Store; readonly clock: Clock },
  said: { readonly caseNumber: string; readonly actorId: string; readonly inStaffChannel: boolean },
): Promise<'followed' | 'unknownCase' | 'closed' | 'notStaff'> {
  if (!said.inStaffChannel) return 'notStaff';
  return deps.store.transaction(async (tx) => {
    const found = await tx.cases.findByNumber(said.caseNumber);
    if (found === undefined) return 'unknownCase';
    if (found.state === 'closed') return 'closed';
    await tx.audit.append({ event: 'case.followed', actorId: said.actorId, caseId: found.id });
    await followByHand(tx, found, deps.clock());
    return 'followed';
  });
}
