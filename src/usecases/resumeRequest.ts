import { approverRefusal } from '../cases/approvalPolicy';
import type { RequestRefusal } from '../cases/requestRefusals';
import { choicesOfPlan } from './planners';
import { readApprover } from './readApprover';
import type { RequestDeps } from './requestDeps';
import { requestRemedy, type RequestOutcome } from './requestRemedy';

export type ResumeOutcome =
  | RequestOutcome
  | {
      readonly ok: false;
      readonly refusal: RequestRefusal | 'notStaff' | 'unknownRequest' | 'nothingToResume';
    };

/**
 * Goes on with what was done in part or failed: a request of its own for exactly what is left by the tenant's word now,
 * from the same people and with the same proof. It needs new approvals; whoever has it go on asks for nothing new, and
 * may approve it like everybody else (SECURITY S3, S8, S11).
 */
export async function resumeRequest(
  deps: RequestDeps,
  said: { readonly number: string; readonly actorId: string; readonly inStaffChannel: boolean },
): Promise<ResumeOutcome> {
  const actorId = said.actorId.toLowerCase();
  const mayAsk =
    said.inStaffChannel || approverRefusal(await readApprover(deps, actorId), deps.approvals) === undefined;
  if (!mayAsk) return { ok: false, refusal: 'notStaff' };
  const from = await deps.store.transaction((tx) => tx.requests.findByNumber(said.number));
  if (from === undefined) return { ok: false, refusal: 'unknownRequest' };
  if (from.state !== 'partial' && from.state !== 'failed') return { ok: false, refusal: 'nothingToResume' };
  const { caseId, door, openerId, personId, personLanguage, plan, remedy, requesterId } = from;
  return requestRemedy(deps, {
    ...choicesOfPlan(plan),
    ...{ caseId, personId, requesterId, openerId, door, remedy, language: personLanguage },
    goesOn: { from, actorId },
  });
}
