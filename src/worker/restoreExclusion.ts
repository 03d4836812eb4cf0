import { outcomeOf } from '../cases/journalSummary';
import type { JournalStep, RemedyRequest } from '../cases/remedyRequest';
import type { PlanOf } from '../cases/remedyPlan';
import { Fault, isFault } from '../faults';
import type { Job } from '../ports/store';
import type { StaffAlarm } from '../text/staffAlarmText';
import { noteAfterwards } from '../usecases/noteAfterwards';
import { requestJobKinds, requestJobSchema } from '../usecases/requestJobs';
import { addAlarm } from './alarmStaff';
import type { RequestWorkerDeps } from './requestWorkerDeps';

/** So often a fault that may pass is waited out before staff are alarmed; it goes on being tried after that. */
const attemptsBeforeAlarm = 4;
/** An exclusion that is still there is looked at again, and staff told again, until it is gone. */
const againMs = 60 * 60_000;

/** After these nobody was put into the group, so nobody is taken out of it. */
const nothingAdded = ['graph-forbidden', 'graph-not-found', 'graph-rejected', 'entra-token'];

/**
 * Ends an exclusion when its time is over, with Monban's own permission. It is never silently left: where that cannot be
 * done, staff are told, and told again each hour until the directory shows that the person is out.
 */
export function restoreExclusion(deps: RequestWorkerDeps) {
  return async (job: Job): Promise<void> => {
    const { requestId } = requestJobSchema.parse(job.payload);
    const request = await deps.store.transaction((tx) => tx.requests.find(requestId));
    if (request?.plan.remedy !== 'exclude-for-a-time' || nobodyAdded(request)) return;
    try {
      await restore(deps, request, request.plan);
    } catch (thrown) {
      if (!isFault(thrown) || (thrown.retryable && job.attempt < attemptsBeforeAlarm)) throw thrown;
      await leave(deps, requestId, 'exclusionNotRestored', thrown.code);
    }
  };
}

async function restore(
  deps: RequestWorkerDeps,
  { id: requestId }: RemedyRequest,
  { personId, groupId, restoresItself }: PlanOf<'exclude-for-a-time'>,
): Promise<void> {
  const inGroup = async () => (await deps.directory.groupsAmong(personId, [groupId])).length > 0;
  if (!(await inGroup())) return note(deps, requestId, 'already-done');
  if (!restoresItself) return leave(deps, requestId, 'exclusionToRestore', 'noPermission');
  await deps.remedies.removeFromGroup(groupId, personId);
  if (await inGroup())
    throw new Fault('graph-not-yet', 'the person is still in the group', { retryable: true });
  await note(deps, requestId, 'done');
}

function nobodyAdded({ journal }: RemedyRequest): boolean {
  const last = journal.findLast(({ step }) => step === 'exclude');
  const certain = last?.fault !== undefined && nothingAdded.includes(last.fault);
  return outcomeOf(journal, 'exclude') === undefined || certain;
}

async function note(
  deps: RequestWorkerDeps,
  requestId: string,
  outcome: JournalStep['outcome'],
): Promise<void> {
  await noteAfterwards(deps, requestId, { step: 'restore-exclusion', outcome });
}

async function leave(
  deps: RequestWorkerDeps,
  requestId: string,
  alarm: StaffAlarm,
  fault: string,
): Promise<void> {
  const at = deps.clock();
  const { restoreExclusion: kind } = requestJobKinds;
  await noteAfterwards(
    deps,
    requestId,
    { step: 'restore-exclusion', outcome: 'failed', fault },
    async (tx) => {
      await addAlarm(tx, { requestId, alarm, at });
      await tx.outbox.add({
        kind,
        payload: { requestId },
        runAfter: at + againMs,
        idempotencyKey: `${kind}:${requestId}:${String(at)}`,
      });
    },
  );
}
