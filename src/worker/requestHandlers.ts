import { resolveColleague } from '../usecases/askForAnother';
import { expireRequest } from '../usecases/expireRequest';
import { askForColleagueSchema, requestJobKinds, requestJobSchema } from '../usecases/requestJobs';
import { askToProve } from './askToProve';
import { askManager } from './askManager';
import { editRequestCards } from './editRequestCards';
import { postRequestCards } from './postRequestCards';
import { revokeSessionsNow } from './revokeSessionsNow';
import type { RequestWorkerDeps } from './requestWorkerDeps';
import { revokePass } from './revokePass';
import { alarmStaff } from './alarmStaff';
import { restoreExclusion } from './restoreExclusion';
import type { JobHandler } from './runOutbox';
import { runRemedy } from './runRemedy';
import { securityAlarm } from './securityAlarm';
import { settleRemedy } from './settleRemedy';
import { tellPerson } from './tellPerson';
import { tellSecondChannel } from './tellSecondChannel';
import { watchPass } from './watchPass';

/** The handlers of all jobs that a request brings about, by kind. */
export function requestHandlers(deps: RequestWorkerDeps): Readonly<Record<string, JobHandler>> {
  return {
    [requestJobKinds.postRequestCards]: postRequestCards(deps),
    [requestJobKinds.editRequestCards]: editRequestCards(deps),
    [requestJobKinds.expireRequest]: (job) =>
      expireRequest(deps, requestJobSchema.parse(job.payload).requestId),
    [requestJobKinds.runRemedy]: runRemedy(deps),
    [requestJobKinds.checkPassShown]: settleRemedy(deps),
    [requestJobKinds.settleRemedy]: settleRemedy(deps),
    [requestJobKinds.restoreExclusion]: restoreExclusion(deps),
    [requestJobKinds.alarmStaff]: alarmStaff(deps),
    [requestJobKinds.tellPerson]: tellPerson(deps),
    [requestJobKinds.tellSecondChannel]: tellSecondChannel(deps),
    [requestJobKinds.askForColleague]: (job) =>
      resolveColleague(deps, askForColleagueSchema.parse(job.payload)),
    [requestJobKinds.askManager]: askManager(deps),
    [requestJobKinds.askToProve]: askToProve(deps),
    [requestJobKinds.revokePass]: revokePass(deps),
    [requestJobKinds.watchPass]: watchPass(deps),
    [requestJobKinds.revokeSessions]: revokeSessionsNow(deps),
    [requestJobKinds.securityAlarm]: securityAlarm(deps),
  };
}
