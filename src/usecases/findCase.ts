import type { Case } from '../cases/case';
import type { StoreTransaction } from '../ports/store';

/** Which case staff mean: its number, or the thread in which they speak. */
export interface CaseReference {
  readonly number?: string | undefined;
  readonly threadId?: string | undefined;
}

/** A number that is named counts before the thread: who names one means that one. */
export async function findCase(
  tx: StoreTransaction,
  { number, threadId }: CaseReference,
): Promise<Case | undefined> {
  if (number !== undefined) return tx.cases.findByNumber(number);
  return threadId === undefined ? undefined : tx.cases.ofThread(threadId);
}
