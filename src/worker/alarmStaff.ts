import { z } from 'zod/v4';
import { plainLine } from '../cards/plainText';
import type { Job, StoreTransaction } from '../ports/store';
import { remedyText } from '../text/remedyText';
import { type StaffAlarm, staffAlarms, staffAlarmText } from '../text/staffAlarmText';
import { requestJobKinds } from '../usecases/requestJobs';
import type { RequestWorkerDeps } from './requestWorkerDeps';

const payload = z.object({ requestId: z.string(), alarm: z.enum(staffAlarms) });

/** Has staff told that something is theirs to do now; written with what it follows from. */
export async function addAlarm(
  tx: StoreTransaction,
  alarm: { readonly requestId: string; readonly alarm: StaffAlarm; readonly at: number },
): Promise<void> {
  const { requestId, at } = alarm;
  await tx.outbox.add({
    kind: requestJobKinds.alarmStaff,
    payload: { requestId, alarm: alarm.alarm },
    idempotencyKey: `${requestJobKinds.alarmStaff}:${alarm.alarm}:${requestId}:${String(at)}`,
  });
  await tx.audit.append({
    event: 'staff.alarmed',
    actorId: 'monban',
    requestId,
    detail: { alarm: alarm.alarm },
  });
}

/** Tells the staff channel, or the approver where there is no channel. */
export function alarmStaff(deps: RequestWorkerDeps) {
  return async (job: Job): Promise<void> => {
    const { requestId, alarm } = payload.parse(job.payload);
    const { request, chat } = await deps.store.transaction(async (tx) => {
      const found = await tx.requests.find(requestId);
      const approverId = found?.decision?.approverId;
      return {
        request: found,
        chat: approverId === undefined ? undefined : await tx.conversations.ofPerson(approverId),
      };
    });
    const address = deps.staffChannel ?? chat?.address;
    if (request === undefined) return;
    if (address === undefined) {
      deps.log.error(
        { requestId, alarm },
        'staff cannot be alarmed: no staff channel and no chat with the approver',
      );
      return;
    }
    const language =
      deps.staffChannel === undefined ? (chat?.language ?? deps.staffLanguage) : deps.staffLanguage;
    const personName = plainLine(request.personName, 80);
    const { byHand } = remedyText[language][request.remedy];
    const text = staffAlarmText[language][alarm]({ number: request.number, personName, byHand });
    await deps.messenger.post(address, { kind: 'text', text, language });
  };
}
