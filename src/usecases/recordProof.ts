import { type Confirmation, confirmationRefusal, usedAs } from '../cases/confirmation';
import { approverRefusal, partiesOf } from '../cases/approvalPolicy';
import { mostWrongPhrases, newProofRefusal } from '../cases/proofRules';
import type { Proof, ProofKind, RemedyRequest } from '../cases/remedyRequest';
import { prove } from '../cases/requestDecisions';
import type { RecordProofRefusal } from '../cases/requestRefusals';
import type { StoreTransaction } from '../ports/store';
import { findRequest, type RequestReference } from './findRequest';
import { freezeIn } from './freezeRequest';
import { readPeople } from './judgeApproval';
import { readApprover } from './readApprover';
import { readTarget } from './readTarget';
import type { RequestDeps } from './requestDeps';
import { refreshCards, refreshOtherCards } from './requestJobs';
import { retryOnConflict } from './retryOnConflict';

/** What somebody says who made sure of a person's identity. */
export interface ProofWish {
  readonly reference: RequestReference;
  readonly conversationId: string;
  /** Who says it, as the Bot Connector (or, for a remaining method, the identity provider) vouches for them. */
  readonly proverId: string;
  /** It was said in the staff channel. */
  readonly inStaffChannel: boolean;
  readonly kind: ProofKind;
  /** What the person read out from their own chat. */
  readonly phrase?: string | undefined;
  /** Who says it goes on to approve: not to be written down where that would bar them from it. */
  readonly thenApproves?: boolean | undefined;
  /** For a remaining method: the person's own fresh sign-in. */
  readonly confirmation?: Confirmation | undefined;
}

export type ProofOutcome =
  | { readonly ok: true; readonly request: RemedyRequest }
  | { readonly ok: false; readonly refusal: RecordProofRefusal };

/** Writes down who made sure of the identity, how and when; from then on the request can be approved (SECURITY S6). */
export async function recordProof(deps: RequestDeps, given: ProofWish): Promise<ProofOutcome> {
  const wish = { ...given, proverId: given.proverId.toLowerCase() };
  const found = await deps.store.transaction((tx) => findRequest(tx, wish, deps.clock()));
  const speaker = await readApprover(deps, wish.proverId);
  const isStaff = wish.inStaffChannel || approverRefusal(speaker, deps.approvals) === undefined;
  const manager = found === undefined ? undefined : await deps.directory.managerOf(found.personId);
  const mayKnow = isStaff || (found !== undefined && [found.personId, manager].includes(wish.proverId));
  // Who is neither staff nor the manager nor the person learns nothing, not even whether there is such a request (S20).
  if (!mayKnow) return refused(deps, wish, 'notStaff', undefined);
  if (found === undefined) return refused(deps, wish, 'unknownRequest', undefined);
  const target = await readTarget(deps, found);
  if (!target.ok) return refused(deps, wish, target.refusal, found);
  if (wish.thenApproves === true && !target.row.proverMayApprove)
    return refused(deps, wish, 'proofMissing', found);
  const parties = await readPeople(deps, partiesOf(found));
  const approvedBefore = await readPeople(
    deps,
    found.approvals.map(({ approverId }) => approverId),
  );
  const prover = { person: speaker.person, isStaff, managerId: manager, parties, approvedBefore };
  const outcome = await retryOnConflict(deps.store, async (tx): Promise<ProofOutcome> => {
    const current = await tx.requests.find(found.id);
    if (current === undefined) return { ok: false, refusal: 'unknownRequest' };
    const barred = newProofRefusal(current, wish, prover, target.row) ?? signInRefusal(deps, current, wish);
    if (barred === 'phraseWrong') return wrongPhrase(deps, tx, current, wish);
    if (barred !== undefined) return { ok: false, refusal: barred };
    const proof: Proof = {
      kind: wish.kind,
      proverId: wish.proverId,
      proverName: speaker.person?.displayName ?? wish.proverId,
      at: deps.clock(),
    };
    const proven = prove(current, proof);
    if (!proven.ok) return { ok: false, refusal: proven.refusal };
    const saved = await tx.requests.save(withUsed(proven.request, wish.confirmation));
    // Whoever approves next gets the link to sign in where they pressed: an edit would take it away from them.
    const signsInNext = wish.thenApproves === true && target.row.confirm === 'sign-in';
    if (signsInNext) await refreshOtherCards(tx, saved, { exceptIn: wish.conversationId, now: deps.clock() });
    else await refreshCards(tx, saved);
    await tx.audit.append({
      event: 'request.proven',
      actorId: wish.proverId,
      caseId: saved.caseId,
      requestId: saved.id,
      detail: { kind: wish.kind, withPhrase: saved.phrase !== undefined && wish.kind !== 'remaining-method' },
    });
    return { ok: true, request: saved };
  });
  return outcome.ok ? outcome : refused(deps, wish, outcome.refusal, found);
}

/** A remaining method is proven by the identity provider alone. */
function signInRefusal(
  deps: RequestDeps,
  request: RemedyRequest,
  wish: ProofWish,
): RecordProofRefusal | undefined {
  if (wish.kind !== 'remaining-method') return undefined;
  // Without an authentication context nobody knows whether it took more than a password.
  const { confirmation: rules } = deps.approvals.policy;
  if (rules.authContexts.length === 0) return 'proofNotEnough';
  const { digest, id: requestId, personId } = request;
  const wanted = { personId, requestId, digest, used: request.confirmationsUsed ?? [], now: deps.clock() };
  return confirmationRefusal(wish.confirmation, wanted, rules);
}

function withUsed(request: RemedyRequest, confirmation: Confirmation | undefined): RemedyRequest {
  if (confirmation === undefined) return request;
  return { ...request, confirmationsUsed: [...(request.confirmationsUsed ?? []), usedAs(confirmation)] };
}

/** Whoever is on the phone does not see the person's chat: after a few tries that is a matter for security. */
async function wrongPhrase(
  deps: RequestDeps,
  tx: StoreTransaction,
  request: RemedyRequest,
  wish: ProofWish,
): Promise<ProofOutcome> {
  const wrongPhrases = (request.wrongPhrases ?? 0) + 1;
  const counted = await tx.requests.save({ ...request, wrongPhrases });
  if (wrongPhrases >= mostWrongPhrases)
    await freezeIn(deps, tx, counted, { actorId: wish.proverId, why: 'wrongPhrases' });
  return { ok: false, refusal: 'phraseWrong' };
}

async function refused(
  deps: RequestDeps,
  wish: ProofWish,
  refusal: RecordProofRefusal,
  request: RemedyRequest | undefined,
): Promise<ProofOutcome> {
  await deps.store.transaction((tx) =>
    tx.audit.append({
      event: 'request.proofRefused',
      actorId: wish.proverId,
      caseId: request?.caseId,
      requestId: request?.id,
      detail: { refusal, kind: wish.kind },
    }),
  );
  return { ok: false, refusal };
}
