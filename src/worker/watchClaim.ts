import type { Case } from '../cases/case';
import { claimAlarm } from '../cases/claimTimes';
import { isWaiting } from '../cases/whoHasIt';
import { onCallAt } from '../cases/onCall';
import { urgencyOf } from '../cases/urgency';
import { isFault } from '../faults';
import type { Job } from '../ports/store';
import { caseText } from '../text/caseText';
import { caseJobKinds, watchClaimSchema } from '../usecases/caseJobs';
import { shownName } from './shownName';
import type { CaseWorkerDeps } from './caseWorkerDeps';
import { waitingOf } from './tellStaff';

/**
 * Looks whether a handed-over case still waits: then staff are alarmed, from the limit on the person is told as well,
 * and the next look is set. Where somebody took it meanwhile, or it was handed over anew, nothing happens (SECURITY S27).
 */
export function watchClaim(deps: CaseWorkerDeps) {
  return async (job: Job): Promise<void> => {
    const { caseId, since, step } = watchClaimSchema.parse(job.payload);
    const found = await stillWaiting(deps, caseId, since, step);
    if (found === undefined) return;
    await alarm(deps, found, since, step);
    if (step > 1) await tellPersonWaiting(deps, found);
  };
}

/** The next look is written first: what is posted may fail, the watching goes on. */
function stillWaiting(
  deps: CaseWorkerDeps,
  caseId: string,
  since: number,
  step: number,
): Promise<Case | undefined> {
  return deps.store.transaction(async (tx) => {
    const found = await tx.cases.find(caseId);
    if (found === undefined || !isWaiting(found) || found.handoff?.at !== since) return undefined;
    const { limits, onCall } = deps.claims;
    const next = claimAlarm({ since, urgency: urgencyOf(found) }, step + 1, limits, onCall);
    await tx.outbox.add({
      kind: caseJobKinds.watchClaim,
      payload: { caseId, since, step: next.step },
      runAfter: next.at,
      idempotencyKey: `${caseJobKinds.watchClaim}:${caseId}:${String(since)}:${String(next.step)}`,
    });
    // After a standstill the looks that were missed come at once: only the last of them speaks.
    if (next.at <= deps.clock()) return undefined;
    await tx.audit.append({ event: 'case.alarmed', actorId: 'monban', caseId, detail: { step } });
    return found;
  });
}

async function alarm(deps: CaseWorkerDeps, found: Case, since: number, step: number): Promise<void> {
  const { staffChannel } = deps;
  if (staffChannel === undefined) return;
  const now = deps.clock();
  const onCall = onCallAt(deps.claims.onCall, now);
  const names = await Promise.all(onCall.map((id) => shownName(deps.directory, id)));
  const words = (language: 'ja' | 'en') => {
    const text = caseText[language];
    return text.alarm({
      number: found.number,
      urgency: text.urgency[urgencyOf(found)],
      waited: text.duration(Math.floor((now - since) / 60_000)),
      over: step > 1,
      onCall: names,
    });
  };
  const language = deps.staffLanguage;
  await deps.messenger.post(staffChannel, { kind: 'text', text: words(language), language });
  for (const personId of onCall) await alarmInChat(deps, personId, words);
}

/** In their own chat as well, where they have one with the bot. One who cannot be reached keeps the others from nothing. */
async function alarmInChat(
  deps: CaseWorkerDeps,
  personId: string,
  words: (language: 'ja' | 'en') => string,
): Promise<void> {
  const chat = await deps.store.transaction((tx) => tx.conversations.ofPerson(personId));
  if (chat === undefined) return;
  const language = chat.language ?? deps.staffLanguage;
  try {
    await deps.messenger.post(chat.address, { kind: 'text', text: words(language), language });
  } catch (thrown) {
    if (!isFault(thrown)) throw thrown;
    deps.log.warn({ personId, fault: thrown.code }, 'somebody on call could not be alarmed in their chat');
  }
}

async function tellPersonWaiting(deps: CaseWorkerDeps, found: Case): Promise<void> {
  const [now, chat] = await deps.store.transaction(async (tx) => [
    await tx.cases.find(found.id),
    await tx.conversations.ofPerson(found.openerId),
  ]);
  // Somebody may have taken it between the alarm and this.
  if (chat === undefined || now === undefined || !isWaiting(now)) return;
  const language = chat.language ?? found.language;
  const text = caseText[language].person.stillWaiting(waitingOf(deps, found));
  await deps.messenger.post(chat.address, { kind: 'text', text, language });
}
