import type { Case } from '../cases/case';
import type { Language } from '../cases/language';
import { standingRedFlags } from '../cases/redFlags';
import type { Clock } from '../ports/clock';
import type { Store, StoreTransaction } from '../ports/store';
import type { Observation } from '../triage/observation';
import { drawNumber } from './drawNumber';
import type { Randomness } from './randomness';

export interface CaseDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly tenantId: string;
  readonly random: Randomness;
}

export interface NewCase {
  /** Where what led to it was done under this id already. */
  readonly id?: string | undefined;
  readonly personId: string;
  readonly openerId: string;
  readonly language: Language;
  readonly findings: readonly Observation[];
}

/**
 * Opens a case for a person who describes a trouble. A triage of theirs that never came to an end is closed by it:
 * one person, one open triage. A case that staff or approvers have in hand stays as it is.
 */
export async function openCase(deps: CaseDeps, wanted: NewCase): Promise<Case> {
  const now = deps.clock();
  const wish: Omit<Case, 'number'> = {
    tenantId: deps.tenantId,
    state: 'triage',
    version: 1,
    ...wanted,
    id: wanted.id ?? deps.random.id(),
    causes: [],
    createdAt: now,
    updatedAt: now,
  };
  return deps.store.transaction(async (tx) => {
    const earlier = await tx.cases.openOf(wanted.personId);
    // By the same words, in a turn that came to no end.
    if (earlier?.id === wish.id) return earlier;
    const opened: Case = { ...wish, number: await freeNumber(deps, tx) };
    const unfinished = earlier?.state === 'triage' || earlier?.state === 'diagnosed';
    // With a red flag it stays open until staff has looked at it (SECURITY S26).
    if (unfinished && standingRedFlags(earlier).length === 0) {
      await tx.cases.save({ ...earlier, state: 'closed', updatedAt: now });
      await tx.audit.append({
        event: 'case.closed',
        actorId: 'monban',
        caseId: earlier.id,
        detail: { why: 'startedOver' },
      });
    }
    await tx.cases.insert(opened);
    await tx.audit.append({
      event: 'case.opened',
      actorId: wanted.openerId,
      caseId: opened.id,
      detail: { number: opened.number, personId: wanted.personId },
    });
    return opened;
  });
}

function freeNumber({ random }: CaseDeps, tx: StoreTransaction): Promise<string> {
  return drawNumber(random, 'C', (number) => tx.cases.numberIsFree(number));
}
