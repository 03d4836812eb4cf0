import type { RemedyRequest } from '../cases/remedyRequest';
import { Fault, isFault } from '../faults';
import type { AccountRemedies, ExistingPass } from '../ports/accountRemedies';
import type { Job } from '../ports/store';
import type { StaffAlarm } from '../text/staffAlarmText';
import { noteAfterwards } from '../usecases/noteAfterwards';
import { addAlarm } from './alarmStaff';
import { lendRemedies } from './lendRemedies';
import type { RequestWorkerDeps } from './requestWorkerDeps';

/** So often a fault that may pass is waited out before staff are alarmed; it goes on being tried after that. */
const attemptsBeforeAlarm = 4;
/** A pass that can be used and is still there is looked at again, and staff told again, until it is gone. */
const againMs = 60 * 60_000;

/** Whether somebody could sign in with it, now or soon. */
export function isLive(pass: ExistingPass): boolean {
  return pass.isUsable || pass.usabilityReason === 'NotYetValid';
}

/**
 * Deletes passes after a request was over: by Monban's own permission, or by the approver's sign-in while it is held.
 * Where neither is there, or Graph refuses, staff are told; each hour again while one can still be used (SECURITY S14).
 */
export async function removePasses(
  deps: RequestWorkerDeps,
  request: RemedyRequest,
  passes: readonly ExistingPass[],
  job: Job,
): Promise<void> {
  if (passes.length === 0) return;
  const { id: requestId, caseId, personId } = request;
  const remedies = remediesToDelete(deps, request);
  const leave = (alarm: StaffAlarm, fault: string) =>
    leaveToStaff(deps, { request, passes, job, alarm, fault });
  if (remedies === undefined) return leave('passToDelete', 'noPermission');
  await deps.store.transaction((tx) =>
    tx.audit.append({ event: 'pass.revoking', actorId: 'monban', caseId, requestId }),
  );
  try {
    await deleteAll(remedies, personId, passes);
  } catch (thrown) {
    if (!isFault(thrown) || thrown.code.startsWith('store-')) throw thrown;
    if (thrown.retryable && job.attempt < attemptsBeforeAlarm) throw thrown;
    return leave('passNotDeleted', thrown.code);
  }
  await noteAfterwards(deps, requestId, { step: 'delete-pass', outcome: 'done' });
}

function remediesToDelete(deps: RequestWorkerDeps, request: RemedyRequest): AccountRemedies | undefined {
  const { plan } = request;
  const ownName = plan.remedy === 'issue-temporary-access-pass' && plan.deletedByHand !== true;
  return ownName ? deps.remedies : lendRemedies(deps, request)?.remedies;
}

async function deleteAll(
  remedies: AccountRemedies,
  personId: string,
  passes: readonly ExistingPass[],
): Promise<void> {
  for (const { id } of passes) await remedies.deletePass(personId, id);
  const ids = new Set(passes.map(({ id }) => id));
  if ((await remedies.passes(personId)).some(({ id }) => ids.has(id)))
    throw new Fault('graph-not-yet', 'the pass is still there', { retryable: true });
}

interface Left {
  readonly request: RemedyRequest;
  readonly passes: readonly ExistingPass[];
  readonly job: Job;
  readonly alarm: StaffAlarm;
  readonly fault: string;
}

async function leaveToStaff(
  deps: RequestWorkerDeps,
  { request, passes, job, alarm, fault }: Left,
): Promise<void> {
  const at = deps.clock();
  const { id: requestId } = request;
  await noteAfterwards(deps, requestId, { step: 'delete-pass', outcome: 'failed', fault }, async (tx) => {
    await addAlarm(tx, { requestId, alarm, at });
    // One that nobody can use any more is worth one reminder, not one each hour.
    if (!passes.some(isLive)) return;
    await tx.outbox.add({
      kind: job.kind,
      payload: job.payload,
      runAfter: at + againMs,
      idempotencyKey: `${job.kind}:${requestId}:again:${String(at)}`,
    });
  });
}
