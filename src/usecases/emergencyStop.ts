import { z } from 'zod/v4';
import { mayDo } from '../cases/approvalPolicy';
import { withdraw } from '../cases/requestDecisions';
import type { StoreTransaction } from '../ports/store';
import { readApprover } from './readApprover';
import type { RequestDeps } from './requestDeps';
import { refreshCards, tellEverybody } from './requestJobs';

const mark = 'emergency-stop';
const stored = z.object({ on: z.boolean() });

export type StopRefusal = 'notStaff' | 'notSecurity' | 'reasonMissing';

/** Whether everything is stopped: read at a decision, at the claim and before each write (SECURITY S25). */
export async function isStopped(tx: Pick<StoreTransaction, 'marks'>): Promise<boolean> {
  const value = await tx.marks.read(mark);
  return value !== undefined && stored.parse(JSON.parse(value)).on;
}

/**
 * Stops everything, at once and for everybody: whoever is on the staff may, because too much stopping harms nobody.
 * What is approved and not yet run is taken back. Going on again is for security.
 */
export async function switchStop(
  deps: RequestDeps,
  said: {
    readonly on: boolean;
    readonly actorId: string;
    readonly inStaffChannel: boolean;
    readonly reason: string;
  },
): Promise<'done' | StopRefusal> {
  const actorId = said.actorId.toLowerCase();
  if (!said.inStaffChannel) return 'notStaff';
  if (said.reason.trim() === '') return 'reasonMissing';
  if (!said.on && !mayDo(await readApprover(deps, actorId), deps.approvals.policy.security))
    return 'notSecurity';
  await deps.store.transaction(async (tx) => {
    await tx.marks.write(mark, JSON.stringify({ on: said.on, by: actorId }));
    await tx.audit.append({
      event: said.on ? 'stop.switchedOn' : 'stop.switchedOff',
      actorId,
      detail: { reason: said.reason.trim().slice(0, 500) },
    });
    if (!said.on) return;
    for (const request of await tx.requests.inState('approved')) {
      const withdrawn = withdraw(request);
      if (!withdrawn.ok) continue;
      const saved = await tx.requests.save(withdrawn.request);
      await refreshCards(tx, saved);
      await tellEverybody(tx, saved, 'withdrawn');
      const { caseId, id: requestId } = saved;
      await tx.audit.append({ event: 'request.stopped', actorId, caseId, requestId });
    }
  });
  deps.log.error({ on: said.on, actorId }, 'emergency stop switched');
  return 'done';
}
