import type { FreezeReason } from '../cases/freezeReason';
import type { Language } from '../cases/language';
import { isTooOld, lastNoticeAt } from '../cases/noticeAge';
import type { RemedyRequest } from '../cases/remedyRequest';
import { freeze } from '../cases/requestDecisions';
import type { StoreTransaction } from '../ports/store';
import { callSecurity } from './callSecurity';
import { flagCase } from './flagCase';
import type { RequestDeps } from './requestDeps';
import { raiseAlarm, refreshCards, requestJobKinds, tellEverybody } from './requestJobs';
import { retryOnConflict } from './retryOnConflict';

/** What became of it: stopped here, or left to security, because there was nothing to stop or the notice is too old. */
export type Stopped = 'stopped' | 'nothingHere' | 'tooOld';

/**
 * "That was not me": stops everything about a person that is not running yet, has a pass that was issued deleted, puts a
 * red flag on the case, and calls security. Nothing of it is undone by anybody but security (SECURITY S14, S26, S27).
 *
 * Where the person has no request, or was last told of one more than 14 days ago, nothing is deleted and nobody is
 * signed out by itself: what is there by then may well be theirs. The flag, the alarm and a person who looks come all
 * the same, for a late word may be a true one. What is still open is stopped however old.
 */
export async function freezeFor(
  deps: Pick<RequestDeps, 'store' | 'clock' | 'log' | 'random' | 'tenantId' | 'staffLanguage'>,
  reported: {
    readonly personId: string;
    readonly actorId: string;
    readonly why: FreezeReason;
    /** The language of a case that has to be opened. */
    readonly language?: Language | undefined;
  },
): Promise<Stopped> {
  const personId = reported.personId.toLowerCase();
  return retryOnConflict(deps.store, async (tx) => {
    // The open one first: by a clock that was set back another may look newer (SECURITY S29).
    const open = await tx.requests.openFor(personId);
    const request = open ?? (await tx.requests.latestFor(personId));
    if (request === undefined) {
      await callSecurity(deps, tx, { ...reported, personId });
      return 'nothingHere';
    }
    const told = lastNoticeAt(request, await tx.followUps.recovery(request.caseId));
    if (open === undefined && isTooOld(told, deps.clock())) {
      const tooOld = { caseId: request.caseId, requestId: request.id };
      await callSecurity(deps, tx, { ...reported, personId, tooOld });
      return 'tooOld';
    }
    await freezeIn(deps, tx, request, reported);
    return 'stopped';
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
  const found = await tx.cases.find(saved.caseId);
  if (found !== undefined) await flagCase(deps, tx, found, { why, actorId, handOver: false });
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
