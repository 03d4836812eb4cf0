import { type ApproverFacts, mayDo, partiesOf } from '../cases/approvalPolicy';
import type { Case } from '../cases/case';
import { standingRedFlags } from '../cases/redFlags';
import type { RemedyRequest } from '../cases/remedyRequest';
import { endFreeze } from '../cases/requestDecisions';
import { sameHuman } from '../cases/sameHuman';
import type { StoreTransaction } from '../ports/store';
import { readPeople } from './judgeApproval';
import { readApprover } from './readApprover';
import type { RequestDeps } from './requestDeps';
import { refreshCards, tellEverybody } from './requestJobs';
import { retryOnConflict } from './retryOnConflict';

export type ClearRefusal =
  'notSecurity' | 'unknownCase' | 'mayNotApproveOwnRequest' | 'reasonMissing' | 'nothingToClear';

/**
 * The recorded security decision about a case: its red flags do not stand in the way any more, and a frozen request
 * ends without anything being done, so that a new one can be asked for (SECURITY S26). Later flags count anew.
 */
export async function clearRedFlags(
  deps: RequestDeps,
  said: { readonly caseNumber: string; readonly actorId: string; readonly reason: string },
): Promise<'done' | ClearRefusal> {
  const actor = await readApprover(deps, said.actorId.toLowerCase());
  const reason = said.reason.trim().slice(0, 500);
  const active = actor.person?.accountEnabled === true && actor.person.kind === 'member';
  if (!active || !mayDo(actor, deps.approvals.policy.security)) return 'notSecurity';
  if (reason === '') return 'reasonMissing';
  const theirs = await accountsOf(deps, actor, said.caseNumber);
  return retryOnConflict(deps.store, async (tx) => {
    const found = await tx.cases.findByNumber(said.caseNumber.toUpperCase());
    if (found === undefined) return 'unknownCase';
    const flags = standingRedFlags(found);
    const request = await tx.requests.openFor(found.personId);
    const frozen = request?.state === 'frozen' ? request : undefined;
    const parties = partiesIn(found, frozen);
    if (parties.some((id) => theirs.includes(id.toLowerCase()))) return 'mayNotApproveOwnRequest';
    if (flags.length === 0 && frozen === undefined) return 'nothingToClear';
    await tx.cases.save({
      ...found,
      flagsCleared: [...new Set([...(found.flagsCleared ?? []), ...flags])],
      updatedAt: deps.clock(),
    });
    await tx.audit.append({
      event: 'case.securityDecided',
      actorId: actor.id,
      caseId: found.id,
      requestId: frozen?.id,
      detail: { flags, reason },
    });
    if (frozen !== undefined) await endFrozen(deps, tx, frozen, actor, reason);
    return 'done';
  });
}

/** Everybody who has a stake in it. */
function partiesIn({ openerId, personId }: Case, request: RemedyRequest | undefined): readonly string[] {
  return [personId, openerId, ...(request === undefined ? [] : partiesOf(request))];
}

/** The actor's account, and those of the parties that are the same human being's (SECURITY S3). */
async function accountsOf(
  deps: RequestDeps,
  actor: ApproverFacts,
  caseNumber: string,
): Promise<readonly string[]> {
  const parties = await deps.store.transaction(async (tx) => {
    const found = await tx.cases.findByNumber(caseNumber.toUpperCase());
    return found === undefined ? [] : partiesIn(found, await tx.requests.openFor(found.personId));
  });
  const known = await readPeople(deps, parties);
  const same = known.filter((party) => actor.person !== undefined && sameHuman(actor.person, party));
  return [actor.id, ...same.map(({ id }) => id)].map((id) => id.toLowerCase());
}

/** Nothing of a frozen request is ever done: it ends, and a new one can be asked for. */
async function endFrozen(
  deps: RequestDeps,
  tx: StoreTransaction,
  frozen: RemedyRequest,
  actor: ApproverFacts,
  reason: string,
): Promise<void> {
  const decision = {
    decision: 'denied',
    approverId: actor.id,
    approverName: actor.person?.displayName ?? actor.id,
    at: deps.clock(),
    reason,
  } as const;
  const ended = endFreeze(frozen, decision);
  if (!ended.ok) return;
  const saved = await tx.requests.save(ended.request);
  await refreshCards(tx, saved);
  await tellEverybody(tx, saved, 'denied');
}
