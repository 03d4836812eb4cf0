import type { JournalStep } from '../cases/remedyRequest';
import { finish, journal } from '../cases/requestDecisions';
import { followRemedy } from './beginRecovery';
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
    if (!mayBeShown(request.journal)) return false;
    const shown = journal(request, { step: 'pass-shown', outcome: 'done', at: deps.clock() });
    const done = shown.ok ? finish(shown.request, 'done') : shown;
    if (!done.ok) return false;
    const saved = await tx.requests.save(done.request);
    await refreshCards(tx, saved);
    await tellEverybody(tx, saved, 'done');
    await followRemedy(tx, saved, deps.clock());
    await tx.audit.append({ event: 'pass.shown', actorId: 'monban', caseId: saved.caseId, requestId });
    return true;
  });
}

/** The link was sent, nothing was shown, and the pass that it shows is not being deleted. */
function mayBeShown(steps: readonly JournalStep[]): boolean {
  const last = (name: string) => steps.findLastIndex(({ step }) => step === name);
  return last('pass-shown') < 0 && last('pass-link') > last('delete-pass');
}
