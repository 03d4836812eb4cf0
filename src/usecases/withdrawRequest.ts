import type { RemedyRequest } from '../cases/remedyRequest';
import { withdraw } from '../cases/requestDecisions';
import { sameId } from '../cases/sameId';
import type { RequestDeps } from './requestDeps';
import { refreshCards, requestJobKinds, tellEverybody } from './requestJobs';
import type { WithdrawalRefusal } from '../cases/requestRefusals';
import { retryOnConflict } from './retryOnConflict';

export type WithdrawalOutcome =
  | { readonly ok: true; readonly request: RemedyRequest }
  | { readonly ok: false; readonly refusal: WithdrawalRefusal };

/** Takes a request back: the person concerned and whoever asked may, until it is claimed for execution. */
export async function withdrawRequest(
  deps: Pick<RequestDeps, 'store'>,
  wish: { readonly requestId: string; readonly actorId: string },
): Promise<WithdrawalOutcome> {
  const actorId = wish.actorId.toLowerCase();
  return retryOnConflict(deps.store, async (tx): Promise<WithdrawalOutcome> => {
    const request = await tx.requests.find(wish.requestId);
    if (request === undefined) return { ok: false, refusal: 'unknownRequest' };
    const own = sameId(request.personId, actorId) || sameId(request.requesterId, actorId);
    const withdrawn = withdraw(request);
    const refusal = !own ? 'notYourRequest' : withdrawn.ok ? undefined : withdrawn.refusal;
    await tx.audit.append({
      event: refusal === undefined ? 'request.withdrawn' : 'request.withdrawalRefused',
      actorId,
      caseId: request.caseId,
      requestId: request.id,
      detail: refusal === undefined ? undefined : { refusal },
    });
    // Too late to stop it; a pass that came of it must not be usable any more (SECURITY S14).
    if (refusal === 'tooLate' && request.plan.remedy === 'issue-temporary-access-pass') {
      await tx.outbox.add({
        kind: requestJobKinds.revokePass,
        payload: { requestId: request.id, onlyOwn: true },
      });
    }
    if (refusal !== undefined || !withdrawn.ok) return { ok: false, refusal: refusal ?? 'tooLate' };
    const saved = await tx.requests.save(withdrawn.request);
    await refreshCards(tx, saved);
    await tellEverybody(tx, saved, 'withdrawn');
    return { ok: true, request: saved };
  });
}
