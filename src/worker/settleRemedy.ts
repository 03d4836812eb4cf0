import type { RemedyRequest } from '../cases/remedyRequest';
import type { Job } from '../ports/store';
import { checkPassShownSchema, requestJobKinds, requestJobSchema } from '../usecases/requestJobs';
import { lendRemediesOrNone } from './lendRemedies';
import { withModule } from './remedyModules';
import { openRun } from './remedyRun';
import type { RequestWorkerDeps } from './requestWorkerDeps';

/**
 * Ends what nobody ended. A pass that was not shown in time (the approver did not open it, or a restart emptied the
 * locker) is deleted in the tenant; a run whose job was set aside is reported as far as it came.
 */
export function settleRemedy(deps: RequestWorkerDeps) {
  return async (job: Job): Promise<void> => {
    const { requestId } = requestJobSchema.parse(job.payload);
    const request = await deps.store.transaction((tx) => tx.requests.find(requestId));
    if (request?.state !== 'claimed' && request?.state !== 'running') return;
    const overdue = job.kind === requestJobKinds.settleRemedy;
    const run = openRun(deps, request, job.attempt);
    if (overdue || isLastPass(request, job)) {
      await withModule('settle', lendRemediesOrNone(deps, request), run, request.plan);
    }
  };
}

/** A pass that was issued anew has a later look of its own. */
function isLastPass(request: RemedyRequest, job: Job): boolean {
  const begun = request.journal.findLastIndex(
    ({ step, outcome }) => step === 'create-pass' && outcome === 'started',
  );
  return begun === checkPassShownSchema.parse(job.payload).begunAt;
}
