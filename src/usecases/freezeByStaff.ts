import { freezeIn } from './freezeRequest';
import type { RequestDeps } from './requestDeps';
import { retryOnConflict } from './retryOnConflict';

/** Staff stop one request, because something about it seems wrong. Only in their own channel. */
export async function freezeByStaff(
  deps: Pick<RequestDeps, 'store' | 'clock' | 'log'>,
  said: { readonly number: string; readonly actorId: string; readonly inStaffChannel: boolean },
): Promise<'frozen' | 'tooLate' | 'unknownRequest' | 'notStaff'> {
  if (!said.inStaffChannel) return 'notStaff';
  return retryOnConflict(deps.store, async (tx) => {
    const found = await tx.requests.findByNumber(said.number);
    if (found === undefined) return 'unknownRequest';
    const saved = await freezeIn(deps, tx, found, { actorId: said.actorId, why: 'staff' });
    return saved.state === 'frozen' ? 'frozen' : 'tooLate';
  });
}
