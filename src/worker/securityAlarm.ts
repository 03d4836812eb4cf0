import { plainLine } from '../cards/plainText';
import type { Job } from '../ports/store';
import { securityText } from '../text/securityText';
import { securityAlarmSchema } from '../usecases/requestJobs';
import type { RequestWorkerDeps } from './requestWorkerDeps';

/** Tells the staff channel that something is wrong, in words that say what to do next. */
export function securityAlarm(
  deps: Pick<RequestWorkerDeps, 'store' | 'messenger' | 'staffChannel' | 'staffLanguage' | 'log'>,
) {
  return async (job: Job): Promise<void> => {
    const { requestId, tooLate, why } = securityAlarmSchema.parse(job.payload);
    const [request, found] = await deps.store.transaction(async (tx) => {
      const stored = await tx.requests.find(requestId);
      return [stored, stored && (await tx.cases.find(stored.caseId))] as const;
    });
    if (request === undefined || deps.staffChannel === undefined) {
      deps.log.error({ requestId, why }, 'a security alarm reached nobody: no staff channel');
      return;
    }
    const facts = {
      number: request.number,
      caseNumber: found?.number ?? request.number,
      personName: plainLine(request.personName, 80),
      tooLate,
    };
    const text = securityText[deps.staffLanguage].alarm[why](facts);
    await deps.messenger.post(deps.staffChannel, { kind: 'text', text });
  };
}
