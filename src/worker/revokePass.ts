import type { Job } from '../ports/store';
import { requestJobSchema } from '../usecases/requestJobs';
import type { RequestWorkerDeps } from './requestWorkerDeps';

/**
 * Deletes the passes of a person whose request turned out not to be theirs, after it ran: whoever holds one cannot
 * sign in with it any more (SECURITY S14). A fault that may pass is left to the next attempt of the job.
 */
export function revokePass(deps: Pick<RequestWorkerDeps, 'store' | 'remedies' | 'log'>) {
  return async (job: Job): Promise<void> => {
    const { requestId } = requestJobSchema.parse(job.payload);
    const request = await deps.store.transaction((tx) => tx.requests.find(requestId));
    if (request === undefined) return;
    const { caseId, personId } = request;
    const passes = await deps.remedies.passes(personId);
    for (const { id } of passes) {
      await deps.store.transaction((tx) =>
        tx.audit.append({ event: 'pass.revoking', actorId: 'monban', caseId, requestId }),
      );
      await deps.remedies.deletePass(personId, id);
    }
    deps.log.warn({ requestId, passes: passes.length }, 'passes deleted after an alarm');
  };
}
