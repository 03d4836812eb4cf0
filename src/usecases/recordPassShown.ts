import { finish, journal } from '../cases/requestDecisions';
import type { RequestDeps } from './requestDeps';
import { refreshCards, tellEverybody } from './requestJobs';
import { retryOnConflict } from './retryOnConflict';

/**
 * Writes down that a pass is about to be shown, BEFORE the page shows it; false means that it must not be shown any
 * more (shown before, or its time is over and it is being deleted). What was never shown is deleted in the tenant
 * (SECURITY S14, S15), and this record is how that is known after a restart too.
 */
export async function recordPassShown(
  deps: Pick<RequestDeps, 'store' | 'clock'>,
  requestId: string,
): Promise<boolean> {
  return retryOnConflict(deps.store, async (tx) => {
    const request = await tx.requests.find(requestId);
    if (request?.plan.remedy !== 'issue-temporary-access-pass') return false;
    const steps = request.journal.map(({ step }) => step);
    if (!steps.includes('pass-link') || steps.includes('pass-shown') || steps.includes('delete-pass'))
      return false;
    const shown = journal(request, { step: 'pass-shown', outcome: 'done', at: deps.clock() });
    const done = shown.ok ? finish(shown.request, 'done') : shown;
    if (!done.ok) return false;
    const saved = await tx.requests.save(done.request);
    await refreshCards(tx, saved);
    await tellEverybody(tx, saved, 'done');
    await tx.audit.append({ event: 'pass.shown', actorId: 'monban', caseId: saved.caseId, requestId });
    return true;
  });
}
