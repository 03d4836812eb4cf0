import type { Case } from '../cases/case';
import type { StaffMember } from '../cases/caseHandling';
import type { Clock } from '../ports/clock';
import type { Store } from '../ports/store';
import { refreshCaseCard } from './caseJobs';
import { type CaseReference, findCase } from './findCase';
import { retryOnConflict } from './retryOnConflict';

const longestNote = 1000;
const mostNotes = 50;

/** Writes staff's own words down with a case. The trail says that there is a note, not what it says. */
export function noteOnCase(
  deps: { readonly store: Store; readonly clock: Clock },
  said: { readonly reference: CaseReference; readonly actor: StaffMember; readonly text: string },
): Promise<Case | undefined> {
  return retryOnConflict(deps.store, async (tx) => {
    const found = await findCase(tx, said.reference);
    if (found === undefined) return undefined;
    const at = deps.clock();
    const { actor } = said;
    const note = { at, byId: actor.id, byName: actor.name, text: said.text.trim().slice(0, longestNote) };
    const handoff = found.handoff ?? { reason: 'taken' as const, at, tried: [] };
    const notes = [...(handoff.notes ?? []), note].slice(-mostNotes);
    const saved = await tx.cases.save({ ...found, handoff: { ...handoff, notes }, updatedAt: at });
    await refreshCaseCard(tx, saved);
    await tx.audit.append({ event: 'case.noted', actorId: actor.id, caseId: saved.id });
    return saved;
  });
}
