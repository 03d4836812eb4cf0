import type { JournalStep } from '../cases/remedyRequest';
import type { StoreTransaction } from '../ports/store';
import type { RequestDeps } from './requestDeps';
import { refreshCards } from './requestJobs';
import { retryOnConflict } from './retryOnConflict';

/** Writes down what happened to a request after it was over, on its cards and in the audit trail. */
export async function noteAfterwards(
  deps: Pick<RequestDeps, 'store' | 'clock'>,
  requestId: string,
  noted: Pick<JournalStep, 'step' | 'outcome' | 'fault'>,
  alongside?: (tx: StoreTransaction) => Promise<void>,
): Promise<void> {
  await retryOnConflict(deps.store, async (tx) => {
    const request = await tx.requests.find(requestId);
    if (request === undefined) return;
    const entry: JournalStep = { ...noted, at: deps.clock() };
    const saved = await tx.requests.save({ ...request, afterwards: [...(request.afterwards ?? []), entry] });
    await refreshCards(tx, saved);
    await tx.audit.append({
      event: `remedy.step.${noted.outcome}`,
      actorId: 'monban',
      caseId: saved.caseId,
      requestId,
      detail: { step: noted.step, ...(noted.fault === undefined ? {} : { fault: noted.fault }) },
    });
    await alongside?.(tx);
  });
}
