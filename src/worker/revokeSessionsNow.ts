import { isFault } from '../faults';
import type { Job, StoreTransaction } from '../ports/store';
import { noteAfterwards } from '../usecases/noteAfterwards';
import { requestJobSchema } from '../usecases/requestJobs';
import { addAlarm } from './alarmStaff';
import type { RequestWorkerDeps } from './requestWorkerDeps';

/** So often a fault that may pass is waited out; then staff do it by hand. */
const mostAttempts = 4;

/**
 * Signs a person out everywhere who says that it was not them, after it had run: whoever is in is out again. By the bot's
 * own permission where it was given for that; else staff are told to at once.
 */
export function revokeSessionsNow(deps: RequestWorkerDeps) {
  return async (job: Job): Promise<void> => {
    const { requestId } = requestJobSchema.parse(job.payload);
    const request = await deps.store.transaction((tx) => tx.requests.find(requestId));
    if (request === undefined || request.dryRun === true) return;
    const step = 'revoke-sessions';
    const at = deps.clock();
    const toStaff = (tx: StoreTransaction) => addAlarm(tx, { requestId, alarm: 'sessionsToRevoke', at });
    if (!deps.approvals.applicationRemedies.includes(step)) return deps.store.transaction(toStaff);
    try {
      await deps.remedies.revokeSessions(request.personId);
    } catch (thrown) {
      if (!isFault(thrown) || (thrown.retryable && job.attempt < mostAttempts)) throw thrown;
      return noteAfterwards(deps, requestId, { step, outcome: 'failed', fault: thrown.code }, toStaff);
    }
    await noteAfterwards(deps, requestId, { step, outcome: 'done' });
  };
}
