import type { Case } from '../cases/case';
import type { FreezeReason } from '../cases/freezeReason';
import { isOver } from '../cases/whoHasIt';
import type { StoreTransaction } from '../ports/store';
import { refreshCaseCard, tellStaffOf } from './caseJobs';
import type { RequestDeps } from './requestDeps';

/** The red flag that keeps everything about the person stopped until security has decided (SECURITY S26). */
const redFlagOf: Readonly<Record<FreezeReason, string>> = {
  notMe: 'not_me_reported',
  managerSaysNo: 'not_me_reported',
  wrongPhrases: 'wrong_phrase_given',
  staff: 'frozen_by_staff',
};

/**
 * Puts a red flag on a case. One that is over is handed over anew, with a card of its own: whoever had it may be long
 * gone, and its flag has to count.
 * @param how.handOver also where it is open: there is no request in it that says what is wrong
 */
export async function flagCase(
  deps: Pick<RequestDeps, 'clock'>,
  tx: StoreTransaction,
  found: Case,
  how: { readonly why: FreezeReason; readonly actorId: string; readonly handOver: boolean },
): Promise<void> {
  const flag = redFlagOf[how.why];
  const now = deps.clock();
  const flagged: Case = {
    ...found,
    redFlags: [...new Set([...(found.redFlags ?? []), flag])],
    // It counts, also where security has cleared an earlier one of the same kind.
    flagsCleared: found.flagsCleared?.filter((cleared) => cleared !== flag),
    updatedAt: now,
  };
  const isNew = isOver(found) || (how.handOver && found.state !== 'withStaff');
  if (!isNew) {
    const saved = await tx.cases.save(flagged);
    if (saved.handoff?.card !== undefined) await refreshCaseCard(tx, saved);
    return;
  }
  const { notes, tried = [] } = found.handoff ?? {};
  const handoff = { reason: 'redFlag', at: now, tried, notes } as const;
  const saved = await tx.cases.save({ ...flagged, state: 'withStaff', ownerId: undefined, handoff });
  await tellStaffOf(tx, saved);
  const detail = { route: found.route, reason: handoff.reason };
  await tx.audit.append({
    event: 'case.handedOver',
    actorId: how.actorId.toLowerCase(),
    caseId: found.id,
    detail,
  });
}
