import { plainLine } from '../cards/plainText';
import type { Case } from '../cases/case';
import type { RemedyRequest } from '../cases/remedyRequest';
import type { Directory } from '../ports/directory';
import type { Job, StoreTransaction } from '../ports/store';
import { securityText } from '../text/securityText';
import { type SecurityAlarm, securityAlarmSchema } from '../usecases/requestJobs';
import type { RequestWorkerDeps } from './requestWorkerDeps';
import { shownName } from './shownName';

/** Tells the staff channel that something is wrong, in words that say what to do next. */
export function securityAlarm(
  deps: Pick<
    RequestWorkerDeps,
    'store' | 'directory' | 'messenger' | 'staffChannel' | 'staffLanguage' | 'log'
  >,
) {
  return async (job: Job): Promise<void> => {
    const alarm = securityAlarmSchema.parse(job.payload);
    const { requestId, why } = alarm;
    const { request, found } = await deps.store.transaction((tx) => readAbout(tx, alarm));
    const about = request ?? found;
    if (about === undefined || deps.staffChannel === undefined) {
      deps.log.error({ requestId, why }, 'a security alarm reached nobody: no staff channel');
      return;
    }
    const facts = {
      number: request?.number,
      caseNumber: found?.number ?? request?.number ?? '',
      personName: await nameIn(deps.directory, about),
      outcome: outcomeOf(alarm),
    };
    const text = securityText[deps.staffLanguage].alarm[why](facts);
    await deps.messenger.post(deps.staffChannel, { kind: 'text', text });
  };
}

function outcomeOf({ caseId, tooLate }: SecurityAlarm): 'stopped' | 'tooLate' | 'leftToStaff' {
  if (caseId !== undefined) return 'leftToStaff';
  return tooLate ? 'tooLate' : 'stopped';
}

/** A request holds the name of its day; for a case alone the directory has it. */
async function nameIn(directory: Directory, about: RemedyRequest | Case): Promise<string> {
  return 'personName' in about ? plainLine(about.personName, 80) : shownName(directory, about.personId);
}

async function readAbout(tx: StoreTransaction, { caseId, requestId }: SecurityAlarm) {
  const request = requestId === undefined ? undefined : await tx.requests.find(requestId);
  const id = caseId ?? request?.caseId;
  return { request, found: id === undefined ? undefined : await tx.cases.find(id) };
}
