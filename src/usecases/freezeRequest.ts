import type { RemedyRequest } from '../cases/remedyRequest';
import { freeze } from '../cases/requestDecisions';
import { isOver } from '../cases/whoHasIt';
import type { StoreTransaction } from '../ports/store';
import type { RequestDeps } from './requestDeps';
import { raiseAlarm, refreshCards, requestJobKinds, tellEverybody } from './requestJobs';
import { retryOnConflict } from './retryOnConflict';

/** Why something is frozen: what staff and the trail are told. */
export type FreezeReason = 'notMe' | 'managerSaysNo' | 'wrongPhrases' | 'staff';

/** The red flag that keeps everything about the person stopped until security has decided (SECURITY S26). */
const redFlagOf: Readonly<Record<FreezeReason, string>> = {
  notMe: 'not_me_reported',
  managerSaysNo: 'not_me_reported',
  wrongPhrases: 'wrong_phrase_given',
  staff: 'frozen_by_staff',
};

/**
 * "That was not me": stops everything about a person that is not running yet, has a pass that was issued deleted, puts a
 * red flag on the case, and calls security. Nothing of it is undone by anybody but security (SECURITY S14, S26, S27).
 * @returns the request as it is now; undefined where the person has none, but the alarm is raised all the same.
 */
export async function freezeFor(
  deps: Pick<RequestDeps, 'store' | 'clock' | 'log'>,
  reported: { readonly personId: string; readonly actorId: string; readonly why: FreezeReason },
): Promise<RemedyRequest | undefined> {
  const personId = reported.personId.toLowerCase();
  return retryOnConflict(deps.store, async (tx) => {
    // The open one first: by a clock that was set back another may look newer (SECURITY S29).
    const request = (await tx.requests.openFor(personId)) ?? (await tx.requests.latestFor(personId));
    if (request === undefined) {
      const open = await tx.cases.openOf(personId);
      if (open !== undefined) await flag(deps, tx, open.id, reported.why);
      return undefined;
    }
    return freezeIn(deps, tx, request, reported);
  });
}

/** The same within a transaction that has the request already. */
export async function freezeIn(
  deps: Pick<RequestDeps, 'clock' | 'log'>,
  tx: StoreTransaction,
  request: RemedyRequest,
  { actorId, why }: { readonly actorId: string; readonly why: FreezeReason },
): Promise<RemedyRequest> {
  const frozen = freeze(request);
  const saved = frozen.ok ? await tx.requests.save(frozen.request) : request;
  await flag(deps, tx, saved.caseId, why);
  const { id: requestId, caseId } = saved;
  if (frozen.ok) {
    await refreshCards(tx, saved);
    await tellEverybody(tx, saved, 'frozen');
  } else {
    if (why === 'notMe')
      await tx.outbox.add({ kind: requestJobKinds.revokeSessions, payload: { requestId } });
  }
  if (!frozen.ok && saved.plan.remedy === 'issue-temporary-access-pass') {
    // It runs, or has run: a pass that is out there must not be usable any more.
    await tx.outbox.add({ kind: requestJobKinds.revokePass, payload: { requestId } });
  }
  await raiseAlarm(tx, { why, requestId, tooLate: !frozen.ok });
  await tx.audit.append({
    event: frozen.ok ? 'request.frozen' : 'request.freezeTooLate',
    actorId: actorId.toLowerCase(),
    caseId,
    requestId,
    detail: { why, state: request.state },
  });
  deps.log.error({ requestId, why, state: saved.state }, 'security alarm');
  return saved;
}

async function flag(
  deps: Pick<RequestDeps, 'clock'>,
  tx: StoreTransaction,
  caseId: string,
  why: FreezeReason,
): Promise<void> {
  const found = await tx.cases.find(caseId);
  if (found === undefined) return;
  const redFlags = [...new Set([...(found.redFlags ?? []), redFlagOf[why]])];
  // A closed case is opened again for staff: its flag has to count.
  const state = isOver(found) ? 'withStaff' : found.state;
  // It counts, also where security has cleared an earlier one of the same kind.
  const flagsCleared = found.flagsCleared?.filter((flag) => flag !== redFlagOf[why]);
  await tx.cases.save({ ...found, state, redFlags, flagsCleared, updatedAt: deps.clock() });
}
