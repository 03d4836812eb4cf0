import { type FaultCode, isFault } from '../faults';
import type { StoreTransaction } from '../ports/store';
import type { RemedyRun } from './remedyRun';

/**
 * One step with its journal before and after. A fault that may pass is left to the next attempt of the job; one that
 * is meant is written down and given back.
 */
export async function doStep(
  run: RemedyRun,
  name: string,
  work: () => Promise<'done' | 'already-done'>,
  alongside?: (tx: StoreTransaction) => Promise<void>,
): Promise<FaultCode | undefined> {
  await run.note(name, 'started', alongside === undefined ? {} : { alongside });
  try {
    await run.note(name, await work());
    return undefined;
  } catch (thrown) {
    if (!isFault(thrown) || thrown.code.startsWith('store-') || run.mayTryAgain(thrown)) throw thrown;
    await run.note(name, 'failed', { fault: thrown.code });
    return thrown.code;
  }
}
