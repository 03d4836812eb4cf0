import {
  afterLook,
  isProven,
  lookAtRecovery,
  openSteps,
  type SeenOfRecovery,
  stepsOfPerson,
} from '../cases/afterRecovery';
import type { Case } from '../cases/case';
import { isInHand } from '../cases/caseInHand';
import type { RecoveryFollowUp } from '../cases/followUp';
import type { RemedyRequest } from '../cases/remedyRequest';
import { isFault } from '../faults';
import type { SignInHistory } from '../ports/signInHistory';
import type { Job, StoreTransaction } from '../ports/store';
import { measure } from '../telemetry';
import { refreshCaseCard, tellStaffOf } from '../usecases/caseJobs';
import { requestJobKinds } from '../usecases/requestJobs';
import { addLook, followRecoverySchema, tellOfRecovery } from '../usecases/recoveryJobs';
import type { RequestWorkerDeps } from './requestWorkerDeps';

export interface FollowRecoveryDeps extends Pick<
  RequestWorkerDeps,
  'store' | 'directory' | 'clock' | 'approvals' | 'log'
> {
  readonly signInHistory: SignInHistory;
}

/** A log that this tenant's licence or our permission does not show; any other fault is tried again. */
const unseeable = ['graph-forbidden', 'graph-unlicensed'];

/** Looks whether the person is in again and nothing is left over; closes the case on that proof, reminds otherwise. */
export function followRecovery(deps: FollowRecoveryDeps) {
  return async (job: Job): Promise<void> => {
    const { caseId } = followRecoverySchema.parse(job.payload);
    const [found, follow] = await deps.store.transaction(
      async (tx) => [await tx.cases.find(caseId), await tx.followUps.recovery(caseId)] as const,
    );
    if (found === undefined || found.state === 'closed' || follow?.state !== 'open') return;
    const look = await lookAt(deps, found, follow);
    await deps.store.transaction((tx) => settle(deps, tx, caseId, look));
  };
}

async function lookAt(
  deps: FollowRecoveryDeps,
  { personId }: Case,
  { caseId, since }: RecoveryFollowUp,
): Promise<Omit<SeenOfRecovery, 'requests'>> {
  const { exclusionGroupId: group } = deps.approvals;
  const signIns = await readSignIns(deps, personId, since, caseId);
  const methods = await deps.directory.methods(personId);
  const excluded =
    group === undefined ? undefined : (await deps.directory.groupsAmong(personId, [group])).length > 0;
  return { methods, signIns, excluded, now: deps.clock() };
}

async function readSignIns(
  deps: FollowRecoveryDeps,
  personId: string,
  since: number,
  caseId: string,
): Promise<readonly number[] | undefined> {
  try {
    const found = await deps.signInHistory.signInsOf(personId, since);
    return found.filter(({ errorCode }) => errorCode === 0).map(({ at }) => at);
  } catch (thrown) {
    if (!isFault(thrown) || !unseeable.includes(thrown.code)) throw thrown;
    deps.log.info({ caseId, fault: thrown.code, needs: thrown.needs }, 'sign-ins cannot be seen');
    return undefined;
  }
}

/** Everything is read again here: a person may have taken the case, or stopped it, while the tenant was asked. */
async function settle(
  deps: FollowRecoveryDeps,
  tx: StoreTransaction,
  caseId: string,
  look: Omit<SeenOfRecovery, 'requests'>,
): Promise<void> {
  const found = await tx.cases.find(caseId);
  const before = await tx.followUps.recovery(caseId);
  if (found === undefined || found.state === 'closed' || before?.state !== 'open') return;
  const requests = await tx.requests.ofCase(caseId);
  const follow = lookAtRecovery(before, { ...look, requests });
  if (passIsNoLongerNeeded(follow)) await deletePasses(tx, requests);
  if (isProven(follow)) await proven(deps, tx, found, follow);
  else await notYet(tx, found, follow, look.now);
}

/** Who signed in with a new method needs the pass no more: what can still be used is deleted (SECURITY S14). */
function passIsNoLongerNeeded({ needs, seen }: RecoveryFollowUp): boolean {
  return (
    needs.includes('passDeleted') &&
    seen.passDeleted === undefined &&
    seen.newMethod !== undefined &&
    seen.signedIn !== undefined
  );
}

/** Once a request, and only what the request itself left: a pass that an administrator issued by hand is theirs. */
async function deletePasses(tx: StoreTransaction, requests: readonly RemedyRequest[]): Promise<void> {
  const { revokePass: kind } = requestJobKinds;
  for (const { id: requestId, plan, state } of requests) {
    if (plan.remedy !== 'issue-temporary-access-pass' || state !== 'done') continue;
    const payload = { requestId, onlyOwn: true };
    await tx.outbox.add({ kind, payload, idempotencyKey: `${kind}:${requestId}:recovered` });
  }
}

/** In a case that a person has in hand only they are told; they close it, or hand it back. */
async function proven(
  { clock }: FollowRecoveryDeps,
  tx: StoreTransaction,
  found: Case,
  follow: RecoveryFollowUp,
): Promise<void> {
  const { caseId } = follow;
  const now = clock();
  await tellOfRecovery(tx, { caseId, about: 'proven', listener: 'staff', open: [] }, 'once');
  if (isInHand(found)) {
    await tx.followUps.save(follow);
    await addLook(tx, caseId, { at: now + 10 * 60_000, name: String(follow.looks) });
    return;
  }
  await tx.followUps.save({ ...follow, state: 'over' });
  await refreshCaseCard(tx, await tx.cases.save({ ...found, state: 'closed', updatedAt: now }));
  await tellOfRecovery(tx, { caseId, about: 'proven', listener: 'person', open: [] }, String(now));
  const seconds = (now - found.createdAt) / 1000;
  measure('monban.cases.time', 's', seconds, { why: 'proven', route: found.route ?? 'none' });
  await tx.audit.append({
    event: 'case.closed',
    actorId: 'monban',
    caseId,
    detail: { why: 'proven', seen: follow.seen, unseeable: follow.unseeable },
  });
}

async function notYet(
  tx: StoreTransaction,
  found: Case,
  follow: RecoveryFollowUp,
  now: number,
): Promise<void> {
  const { caseId } = follow;
  const { nextAt, tell } = isInHand(found)
    ? { ...afterLook(follow, now), tell: 'nobody' as const }
    : afterLook(follow, now);
  const open = openSteps(follow);
  if (tell === 'person') {
    const theirs = open.filter((step) => stepsOfPerson.includes(step));
    await tellOfRecovery(
      tx,
      { caseId, about: 'reminder', listener: 'person', open: theirs },
      `${String(follow.createdAt)}:${String(follow.reminders)}`,
    );
    await tx.audit.append({ event: 'recovery.reminded', actorId: 'monban', caseId, detail: { open } });
  }
  const ends = nextAt === undefined;
  if (tell === 'staff' || ends) await leaveToStaff(tx, found, [...open], now, ends);
  await tx.followUps.save({
    ...follow,
    state: ends ? 'over' : 'open',
    reminders: follow.reminders + (tell === 'person' ? 1 : 0),
    ...(tell === 'staff' ? { staffToldAt: now } : {}),
  });
  if (nextAt !== undefined)
    await addLook(tx, caseId, { at: nextAt, name: `${String(follow.createdAt)}:${String(follow.looks)}` });
}

/** Reminders were not enough: a person goes on, and the queue shows it. */
async function leaveToStaff(
  tx: StoreTransaction,
  found: Case,
  open: RecoveryFollowUp['needs'],
  now: number,
  ends: boolean,
): Promise<void> {
  const { id: caseId } = found;
  const handoff = { tried: [], ...found.handoff, reason: 'stuck' as const, at: now, card: undefined };
  await tellStaffOf(tx, await tx.cases.save({ ...found, state: 'withStaff', handoff, updatedAt: now }));
  const name = `${ends ? 'end' : 'left'}:${String(now)}`;
  await tellOfRecovery(tx, { caseId, about: 'left', listener: 'staff', open: [...open] }, name);
  await tx.audit.append({ event: 'recovery.staffTold', actorId: 'monban', caseId, detail: { open } });
}
