import { recoveryJobs } from '../usecases/recoveryJobs';
import { followRecovery, type FollowRecoveryDeps } from './followRecovery';
import type { RequestWorkerDeps } from './requestWorkerDeps';
import type { JobHandler } from './runOutbox';
import { tellRecovery } from './tellRecovery';

/** The handlers of all jobs by which a case is followed to its end, by kind. */
export function followHandlers(
  deps: RequestWorkerDeps & FollowRecoveryDeps,
): Readonly<Record<string, JobHandler>> {
  return {
    [recoveryJobs.look]: followRecovery(deps),
    [recoveryJobs.tell]: tellRecovery(deps),
  };
}
