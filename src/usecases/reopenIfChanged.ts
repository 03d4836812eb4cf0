import { reopen } from '../cases/requestDecisions';
import { directorySilent } from './directorySilent';
import { readTarget } from './readTarget';
import type { RequestDeps } from './requestDeps';
import { expireLater, refreshCards, requestJobKinds } from './requestJobs';
import { retryOnConflict } from './retryOnConflict';

/**
 * Right before an approved request is claimed: who has become another kind of person meanwhile needs other approvals
 * (an ordinary person who became an administrator: two). The request waits again, for the new quorum (SECURITY S9).
 * @returns whether it was sent back.
 */
export async function reopenIfChanged(deps: RequestDeps, requestId: string): Promise<boolean> {
  const found = await deps.store.transaction((tx) => tx.requests.find(requestId));
  if (found?.state !== 'approved') return false;
  // What cannot be read now is looked at after the claim, where a fault is waited out or reported.
  const target = await readTarget(deps, found).catch(directorySilent(deps.log));
  if (target === 'directorySilent') return false;
  // Who may not be touched at all any more is the matter of the check after the claim, which ends the request.
  if (!target.ok) return false;
  const enough = found.approvals.length >= target.row.howMany;
  if (target.kind === found.personKind && enough) return false;
  return retryOnConflict(deps.store, async (tx) => {
    const current = await tx.requests.find(requestId);
    const reopened = current?.version === found.version ? reopen(current) : undefined;
    if (reopened?.ok !== true) return false;
    const saved = await tx.requests.save({ ...reopened.request, personKind: target.kind });
    await tx.outbox.add({ kind: requestJobKinds.postRequestCards, payload: { requestId } });
    await refreshCards(tx, saved);
    // Its first job for that may have come while it was approved, and be done.
    await expireLater(tx, saved, saved.expiresAt);
    await tx.audit.append({
      event: 'request.approvalsVoided',
      actorId: 'monban',
      caseId: saved.caseId,
      requestId,
      detail: { why: 'personChanged', kind: target.kind },
    });
    return true;
  });
}
