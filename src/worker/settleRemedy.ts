import { methodsLeft, outcomeOf } from '../cases/journalSummary';
import type { PassPlan, ReregistrationPlan } from '../cases/remedyPlan';
import type { RemedyRequest } from '../cases/remedyRequest';
import type { Job } from '../ports/store';
import { checkPassShownSchema, requestJobKinds, requestJobSchema } from '../usecases/requestJobs';
import { deletePasses } from './deletePasses';
import { openRun, type RemedyRun } from './remedyRun';
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
    const { plan } = request;
    if (plan.remedy === 'require-mfa-reregistration') {
      if (overdue) await settleReregistration(run, plan);
    } else if (overdue || isLastPass(request, job)) {
      await settlePass(deps, run, plan);
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

async function settlePass(deps: RequestWorkerDeps, run: RemedyRun, plan: PassPlan): Promise<void> {
  const begun = outcomeOf(run.request().journal, 'create-pass') !== undefined;
  // From here on the page does not show it any more: recordPassShown sees the deletion begun.
  if (begun) await deletePasses(deps, run, plan);
  await run.note('pass-shown', 'failed', { fault: begun ? 'passNotShown' : 'stopped' });
  await run.end('failed');
}

async function settleReregistration(run: RemedyRun, plan: ReregistrationPlan): Promise<void> {
  await run.note('verify', 'failed', { fault: 'stopped' });
  await run.end(methodsLeft(run.request()).length < plan.remove.length ? 'partial' : 'failed');
}
