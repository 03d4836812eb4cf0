import type { Config } from './config';
import { keepDaysOf, staffOf } from './configParts';
import { joinIncidents } from './joinEvidence';
import type { Housekeeping } from './ports/housekeeping';
import { tellDeadLetterKind } from './usecases/deadLetters';
import { sendRecordKind } from './usecases/askForRecord';
import { replyLaterKind } from './usecases/replyLater';
import { keepHouse, keepHouseKind } from './worker/keepHouse';
import { requestHandlers } from './worker/requestHandlers';
import type { RequestWorkerDeps } from './worker/requestWorkerDeps';
import type { JobHandler } from './worker/runOutbox';
import { sendRecord } from './worker/sendRecord';
import { tellDeadLetter } from './worker/tellDeadLetter';
import { tellHandedOver, tellStaff, type TellStaffDeps } from './worker/tellStaff';
import { tellUndelivered } from './worker/tellUndelivered';

type Deps = Omit<RequestWorkerDeps & TellStaffDeps, 'staffChannel' | 'staffLanguage'> & {
  readonly housekeeping: Housekeeping;
};

/** Every kind of job with who does it. */
export function joinJobs(config: Config, deps: Deps): Readonly<Record<string, JobHandler>> {
  const telling = { ...deps, ...staffOf(config) };
  return {
    ...requestHandlers(telling),
    [replyLaterKind]: tellUndelivered(telling),
    [tellDeadLetterKind]: tellDeadLetter(telling),
    [keepHouseKind]: keepHouse({ ...deps, keepDays: keepDaysOf(config) }),
    [sendRecordKind]: sendRecord(telling),
    'tell-staff': tellStaff(telling),
    'tell-handed-over': tellHandedOver(telling),
    ...joinIncidents(config, telling),
  };
}
