import { expire } from '../cases/requestDecisions';
import type { RequestDeps } from './requestDeps';
import { refreshCards, tellEverybody } from './requestJobs';
import { retryOnConflict } from './retryOnConflict';

/** Ends a request whose time is over by the server's clock (SECURITY S29). Does nothing where somebody decided it. */
export async function expireRequest(
  deps: Pick<RequestDeps, 'store' | 'clock'>,
  requestId: string,
): Promise<void> {
  await retryOnConflict(deps.store, async (tx) => {
    const request = await tx.requests.find(requestId);
    if (request === undefined) return;
    const expired = expire(request, deps.clock());
    if (!expired.ok) return;
    const saved = await tx.requests.save(expired.request);
    await refreshCards(tx, saved);
    await tellEverybody(tx, saved, 'expired');
    await tx.audit.append({ event: 'request.expired', actorId: 'monban', caseId: saved.caseId, requestId });
  });
}
