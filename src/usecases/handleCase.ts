import type { Case } from '../cases/case';
import {
  claim,
  handBack,
  handOn,
  type Handling,
  type HandlingRefusal,
  reopen,
  resolve,
  type StaffMember,
} from '../cases/caseHandling';
import { closesOnProof } from '../cases/whoHasIt';
import type { Clock } from '../ports/clock';
import type { Store, StoreTransaction } from '../ports/store';
import { followByHand } from './beginRecovery';
import { type CaseEvent, refreshCaseCard, tellOfCase } from './caseJobs';
import { type CaseReference, findCase } from './findCase';
import { retryOnConflict } from './retryOnConflict';

/** What somebody of the staff does with a case. */
export type CaseAct =
  | { readonly kind: 'claim' | 'resolve' | 'reopen' | 'handBack' }
  | { readonly kind: 'handOn'; readonly to: StaffMember };

export type CaseOutcome =
  | { readonly ok: true; readonly case: Case }
  | {
      readonly ok: false;
      readonly refusal: HandlingRefusal | 'unknownCase';
      /** Who has it: the loser of two who claim at once is told. */
      readonly ownerName?: string | undefined;
    };

const toldAs: Readonly<Record<CaseAct['kind'], CaseEvent>> = {
  claim: 'claimed',
  handOn: 'handedOn',
  resolve: 'resolved',
  reopen: 'reopened',
  handBack: 'handedBack',
};

/**
 * Claims, hands on, resolves, reopens or hands back a case. Of two at once the store lets one win; the other looks again
 * and is told who has it.
 */
export function handleCase(
  deps: { readonly store: Store; readonly clock: Clock },
  wish: { readonly reference: CaseReference; readonly actor: StaffMember; readonly act: CaseAct },
): Promise<CaseOutcome> {
  return retryOnConflict(deps.store, async (tx): Promise<CaseOutcome> => {
    const found = await findCase(tx, wish.reference);
    if (found === undefined) return { ok: false, refusal: 'unknownCase' };
    const follow = await tx.followUps.recovery(found.id);
    const handled = carryOut(found, wish, deps.clock(), follow?.state === 'open');
    if (!handled.ok) return { ...handled, ownerName: found.handoff?.owner?.name };
    const saved = await write(tx, handled.case, found, wish);
    if (saved.state === 'resolved') await followByHand(tx, saved, deps.clock());
    return { ok: true, case: saved };
  });
}

function carryOut(
  found: Case,
  { act, actor }: { readonly actor: StaffMember; readonly act: CaseAct },
  now: number,
  isFollowed: boolean,
): Handling {
  switch (act.kind) {
    case 'claim':
      return claim(found, actor, now);
    case 'handOn':
      return handOn(found, act.to, now);
    case 'resolve':
      return resolve(found, actor, now, isFollowed || closesOnProof(found));
    case 'reopen':
      return reopen(found, actor, now);
    case 'handBack':
      return handBack(found, actor, now);
  }
}

async function write(
  tx: StoreTransaction,
  changed: Case,
  before: Case,
  { act, actor }: { readonly actor: StaffMember; readonly act: CaseAct },
): Promise<Case> {
  const saved = await tx.cases.save(changed);
  const event = toldAs[act.kind];
  await refreshCaseCard(tx, saved);
  await tellOfCase(tx, saved, event);
  await tx.audit.append({
    event: `case.${event}`,
    actorId: actor.id,
    caseId: saved.id,
    detail: { state: saved.state, ownerId: saved.ownerId ?? null, before: before.ownerId ?? null },
  });
  // Resolved may wait for proof; closed is what the record and the ticket system go by.
  if (saved.state === 'closed') {
    const detail = { why: 'resolved' };
    await tx.audit.append({ event: 'case.closed', actorId: actor.id, caseId: saved.id, detail });
  }
  return saved;
}
