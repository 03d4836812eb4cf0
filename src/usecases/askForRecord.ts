import { z } from 'zod/v4';
import type { Store } from '../ports/store';

export const sendRecordKind = 'send-record';
export const sendRecordSchema = z.object({ caseNumber: z.string(), readerId: z.string() });

/** Has the work record of a case posted in the staff channel. A record is for staff only. */
export async function askForRecord(
  deps: { readonly store: Store },
  said: { readonly caseNumber: string; readonly actorId: string; readonly inStaffChannel: boolean },
): Promise<'comes' | 'unknownCase' | 'notStaff'> {
  const { actorId, caseNumber, inStaffChannel } = said;
  if (!inStaffChannel) return 'notStaff';
  return deps.store.transaction(async (tx) => {
    if ((await tx.cases.findByNumber(caseNumber)) === undefined) return 'unknownCase';
    await tx.outbox.add({ kind: sendRecordKind, payload: { caseNumber, readerId: actorId } });
    return 'comes';
  });
}
