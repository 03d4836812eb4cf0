import { standingRedFlags } from '../cases/redFlags';
import type { Clock } from '../ports/clock';
import type { Store } from '../ports/store';
import { measure } from '../telemetry';

/** Closes a case because the person says that it is solved, or starts over. Closing twice is closing once. */
export async function closeCase(
  deps: { store: Store; clock: Clock },
  closing: {
    caseId: string;
    actorId: string;
    why: 'solved' | 'startedOver';
    /** The cause whose advice helped, by the person's word. */
    cause?: string | undefined;
  },
): Promise<void> {
  await deps.store.transaction(async (tx) => {
    const found = await tx.cases.find(closing.caseId);
    // What staff or approvers have in hand is not closed by the person's moving on.
    if (found?.state !== 'triage' && found?.state !== 'diagnosed') return;
    // A red flag is for staff to clear: starting over would take it out of everybody's sight (SECURITY S26).
    if (standingRedFlags(found).length > 0) return;
    await tx.cases.save({
      ...found,
      state: 'closed',
      confirmedCause: closing.cause,
      updatedAt: deps.clock(),
    });
    const seconds = (deps.clock() - found.createdAt) / 1000;
    measure('monban.cases.time', 's', seconds, { why: closing.why, route: found.route ?? 'none' });
    await tx.audit.append({
      event: 'case.closed',
      actorId: closing.actorId,
      caseId: closing.caseId,
      detail: { why: closing.why, ...(closing.cause === undefined ? {} : { cause: closing.cause }) },
    });
  });
}
