import type { RemedyRequest, RequestState } from '../cases/remedyRequest';
import { plannedSteps } from '../cases/plannedSteps';
import { claim } from '../cases/requestDecisions';
import { isFault } from '../faults';
import type { Job } from '../ports/store';
import { isStopped } from '../usecases/emergencyStop';
import { expireRequest } from '../usecases/expireRequest';
import { reopenIfChanged } from '../usecases/reopenIfChanged';
import { requestJobKinds, requestJobSchema } from '../usecases/requestJobs';
import { retryOnConflict } from '../usecases/retryOnConflict';
import { recheckPeople, recheckPlan } from './recheckRequest';
import { askAgain } from './askAgain';
import { forgetToken, lendRemedies, lendRemediesOrNone } from './lendRemedies';
import { withModule } from './remedyModules';
import { openRun, type RemedyRun } from './remedyRun';
import type { RequestWorkerDeps } from './requestWorkerDeps';

/** After this time a run that nobody ended (its job was set aside) is ended with what is known of it. */
const settleAfterMs = 30 * 60_000;

/**
 * Executes an approved request: claims it, checks everything once more, and only then writes in the tenant.
 * Started again after a crash it goes on from the journal (SECURITY S10, S11).
 */
export function runRemedy(deps: RequestWorkerDeps) {
  return async (job: Job): Promise<void> => {
    const { requestId } = requestJobSchema.parse(job.payload);
    if (await reopenIfChanged(deps, requestId)) return;
    const found = await deps.store.transaction((tx) => tx.requests.find(requestId));
    if (found === undefined || !awaitsRun.includes(found.state)) return;
    const lent = lendRemedies(deps, found);
    // Before the claim: who does not hold the token takes nothing from the process that does.
    if (lent === undefined && !isOverdue(deps, found)) return askAgain(deps, found, job);
    const armed = lendRemediesOrNone(deps, found);
    const claimed = await claimRequest(deps, requestId);
    if (claimed === undefined) return;
    const run = openRun(deps, claimed, job.attempt);
    if (await stillAllowed(armed, run)) await executeUnlessStopped(armed, run);
    forgetToken(deps, run.request());
  };
}

/** A dry run ends here: each write is told, none is done. */
async function rehearse(run: RemedyRun): Promise<void> {
  for (const step of plannedSteps(run.request().plan)) await run.note(step, 'would-have');
  await run.end('done');
}

/** The emergency stop is looked at before each write; what is under way then ends with the truth so far (SECURITY S25). */
async function executeUnlessStopped(deps: RequestWorkerDeps, run: RemedyRun): Promise<void> {
  try {
    if (run.request().state === 'claimed') await run.start();
    if (run.request().dryRun === true) await rehearse(run);
    else await withModule('execute', deps, run, run.request().plan);
  } catch (thrown) {
    if (!isFault(thrown, 'emergency-stop')) throw thrown;
    await run.note('recheck', 'failed', { fault: 'emergencyStop' });
    await withModule('stop', deps, run, run.request().plan);
  }
}

const awaitsRun: readonly RequestState[] = ['approved', 'claimed', 'running'];

/** An approval that nobody ran in time ends by itself; there is nobody to ask any more. */
function isOverdue(deps: RequestWorkerDeps, request: RemedyRequest): boolean {
  return request.state === 'approved' && !claim(request, deps.clock()).ok;
}

/** Takes the one claim, or picks up a request that was claimed before a crash. Undefined: there is nothing to do. */
async function claimRequest(deps: RequestWorkerDeps, requestId: string): Promise<RemedyRequest | undefined> {
  const found = await retryOnConflict(deps.store, async (tx) => {
    const request = await tx.requests.find(requestId);
    if (request?.state !== 'approved') return request;
    if (await isStopped(tx)) return undefined;
    const now = deps.clock();
    const claimed = claim(request, now);
    if (!claimed.ok) return request;
    const saved = await tx.requests.save(claimed.request);
    await tx.outbox.add({
      kind: requestJobKinds.settleRemedy,
      payload: { requestId },
      runAfter: now + settleAfterMs,
      idempotencyKey: `${requestJobKinds.settleRemedy}:${requestId}`,
    });
    await tx.audit.append({ event: 'request.claimed', actorId: 'monban', caseId: saved.caseId, requestId });
    return saved;
  });
  if (found?.state === 'approved') await expireRequest(deps, requestId);
  return found?.state === 'claimed' || found?.state === 'running' ? found : undefined;
}

/** Nothing is written where anything changed since the approval; what is written already is reported. */
async function stillAllowed(deps: RequestWorkerDeps, run: RemedyRun): Promise<boolean> {
  const problem = await recheck(deps, run);
  if (problem === undefined) return true;
  await run.note('recheck', 'failed', { fault: problem });
  await withModule('stop', deps, run, run.request().plan);
  return false;
}

async function recheck(deps: RequestWorkerDeps, run: RemedyRun): Promise<string | undefined> {
  const request = run.request();
  try {
    // Once we have begun to write, the facts differ by our own doing; people are looked at every time.
    const changed = await recheckPeople(deps, request);
    return changed ?? (request.state === 'claimed' ? await recheckPlan(deps, request) : undefined);
  } catch (thrown) {
    if (!isFault(thrown) || run.mayTryAgain(thrown)) throw thrown;
    return thrown.code;
  }
}
