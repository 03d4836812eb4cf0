import { isWaiting } from '../cases/whoHasIt';
import type { Case } from '../cases/case';
import { claimAlarm } from '../cases/claimTimes';
import { clockTime, somebodyThereAt } from '../cases/onCall';
import { urgencyOf } from '../cases/urgency';
import type { Job, Store } from '../ports/store';
import { caseText } from '../text/caseText';
import { caseJobKinds, caseJobSchema } from '../usecases/caseJobs';
import { retryOnConflict } from '../usecases/retryOnConflict';
import { postCaseCard } from './caseCard';
import type { CaseWorkerDeps } from './caseWorkerDeps';

/** Posts a handed-over case in the staff channel, and only then tells the person that somebody has it. */
export function tellStaff(deps: CaseWorkerDeps) {
  return async (job: Job): Promise<void> => {
    const { caseId } = caseJobSchema.parse(job.payload);
    const found = await deps.store.transaction((tx) => tx.cases.find(caseId));
    if (found === undefined || deps.staffChannel === undefined) return;
    const hasOwnCard = !(await isOnIncidentCard(deps.store, found));
    if (hasOwnCard) {
      // Before anything is posted: should that go on failing, the waiting is watched all the same.
      await watchFromNow(deps, found);
      if (found.handoff?.card === undefined) await postCaseCard(deps, found);
    }
    await staffWereTold(deps, caseId);
  };
}

/** Cases of an open incident are on its card; one with a red flag gets its own all the same. */
function isOnIncidentCard(store: Store, { id, redFlags }: Case): Promise<boolean> {
  return store.transaction(
    async (tx) => (redFlags ?? []).length === 0 && (await tx.incidents.ofCase(id)) !== undefined,
  );
}

async function watchFromNow(deps: CaseWorkerDeps, found: Case): Promise<void> {
  const since = found.handoff?.at;
  if (since === undefined) return;
  const { limits, onCall } = deps.claims;
  const { at, step } = claimAlarm({ since, urgency: urgencyOf(found) }, 1, limits, onCall);
  await deps.store.transaction((tx) =>
    tx.outbox.add({
      kind: caseJobKinds.watchClaim,
      payload: { caseId: found.id, since, step },
      runAfter: at,
      idempotencyKey: `${caseJobKinds.watchClaim}:${found.id}:${String(since)}:${String(step)}`,
    }),
  );
}

async function staffWereTold(deps: CaseWorkerDeps, caseId: string): Promise<void> {
  await retryOnConflict(deps.store, async (tx) => {
    const found = await tx.cases.find(caseId);
    if (found === undefined) return;
    const { handoff } = found;
    if (handoff !== undefined && handoff.toldAt === undefined)
      await tx.cases.save({ ...found, handoff: { ...handoff, toldAt: deps.clock() } });
    await tx.outbox.add({
      kind: caseJobKinds.tellHandedOver,
      payload: { caseId },
      idempotencyKey: `${caseJobKinds.tellHandedOver}:${caseId}:${String(handoff?.at ?? 0)}`,
    });
    await tx.audit.append({ event: 'case.staffTold', actorId: 'monban', caseId });
  });
}

/** Tells the person that the helpdesk has the case, how long it takes and what to do meanwhile. */
export function tellHandedOver(
  deps: Pick<CaseWorkerDeps, 'store' | 'messenger' | 'clock' | 'claims' | 'helpdeskContact'>,
) {
  return async (job: Job): Promise<void> => {
    const { caseId } = caseJobSchema.parse(job.payload);
    const [found, chat] = await deps.store.transaction(async (tx) => {
      const stored = await tx.cases.find(caseId);
      return [stored, stored && (await tx.conversations.ofPerson(stored.openerId))] as const;
    });
    // Somebody was quicker: the person has heard of that, and the bot is silent (SECURITY S27).
    if (found === undefined || chat === undefined || !isWaiting(found)) return;
    const text = caseText[chat.language ?? found.language].person.handedOver(waitingOf(deps, found));
    await deps.messenger.post(chat.address, { kind: 'text', text });
  };
}

/** What a person who waits is told of when somebody comes. */
export function waitingOf(
  deps: Pick<CaseWorkerDeps, 'clock' | 'claims' | 'helpdeskContact'>,
  { number }: Case,
) {
  const now = deps.clock();
  const { limits, onCall } = deps.claims;
  const there = somebodyThereAt(onCall, now);
  return {
    number,
    from: there > now ? clockTime(onCall.timeZone, there) : undefined,
    withinMinutes: Math.round(limits.withinMs / 60_000),
    contact: deps.helpdeskContact,
  };
}
