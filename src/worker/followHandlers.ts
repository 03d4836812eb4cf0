import { recoveryJobs } from '../usecases/recoveryJobs';
import { microsoftJobs } from '../usecases/microsoftJobs';
import { watchJobs } from '../usecases/watchJobs';
import { followRecovery, type FollowRecoveryDeps } from './followRecovery';
import type { RequestWorkerDeps } from './requestWorkerDeps';
import type { JobHandler } from './runOutbox';
import { publicHolidays } from './publicHolidays';
import { type MicrosoftDeps, remindMicrosoft, tellMicrosoft } from './tellMicrosoft';
import { tellRecovery } from './tellRecovery';
import { tellWatch, type WatchDeps, watchSignIns } from './watchSignIns';

export type FollowDeps = FollowRecoveryDeps & WatchDeps & Omit<MicrosoftDeps, 'holidays'>;

/** The handlers of all jobs by which a case is followed to its end, by kind. */
export function followHandlers(deps: RequestWorkerDeps & FollowDeps): Readonly<Record<string, JobHandler>> {
  const telling = { ...deps, holidays: publicHolidays() };
  return {
    [recoveryJobs.look]: followRecovery(deps),
    [recoveryJobs.tell]: tellRecovery(deps),
    [watchJobs.look]: watchSignIns(deps),
    [watchJobs.tell]: tellWatch(deps),
    [microsoftJobs.tell]: tellMicrosoft(telling),
    [microsoftJobs.remind]: remindMicrosoft(telling),
  };
}
