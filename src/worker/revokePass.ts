import { isOver } from '../cases/requestTransitions';
import type { Job } from '../ports/store';
import { requestJobKinds, revokePassSchema } from '../usecases/requestJobs';
import { removePasses } from './removePasses';
import type { RequestWorkerDeps } from './requestWorkerDeps';
import { passesOf } from './watchPass';

/** While a request runs, a pass may still come of it. */
const againMs = 60_000;

/**
 * Deletes the passes of a person whose request turned out not to be theirs, or was taken back, after it ran: whoever
 * holds one cannot sign in with it any more (SECURITY S14). A fault that may pass is left to the next attempt of the job.
 */
export function revokePass(deps: RequestWorkerDeps) {
  return async (job: Job): Promise<void> => {
    const { requestId, onlyOwn } = revokePassSchema.parse(job.payload);
    const request = await deps.store.transaction((tx) => tx.requests.find(requestId));
    if (request?.plan.remedy !== 'issue-temporary-access-pass') return;
    const all = await deps.remedies.passes(request.personId);
    const passes = onlyOwn ? passesOf(request, request.plan, all) : all;
    await removePasses(deps, request, passes, job);
    if (!isOver(request.state)) await lookAgain(deps, { requestId, onlyOwn });
    deps.log.warn({ requestId, passes: passes.length }, 'passes revoked after a request had run');
  };
}

async function lookAgain(
  deps: RequestWorkerDeps,
  payload: { readonly requestId: string; readonly onlyOwn: boolean },
): Promise<void> {
  const { revokePass: kind } = requestJobKinds;
  const runAfter = deps.clock() + againMs;
  const idempotencyKey = `${kind}:${payload.requestId}:running:${String(runAfter)}`;
  await deps.store.transaction((tx) => tx.outbox.add({ kind, payload, runAfter, idempotencyKey }));
}
