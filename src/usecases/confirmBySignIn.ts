import { type Confirmation, confirmationRefusal, type ConfirmationRules } from '../cases/confirmation';
import type { RemedyRequest, RequestState } from '../cases/remedyRequest';
import type { DecisionRefusal, RecordProofRefusal } from '../cases/requestRefusals';
import { sameId } from '../cases/sameId';
import type { DelegatedTokens } from '../ports/delegatedTokens';
import type { SignedIn } from '../ports/signIn';
import type { PendingConfirmation } from '../ports/store';
import { decideRequest } from './decideRequest';
import { findConfirmation, type FoundConfirmation } from './findConfirmation';
import { recordProof } from './recordProof';
import type { RequestDeps } from './requestDeps';
import { requestJobKinds } from './requestJobs';

export type ConfirmedOutcome =
  | { readonly kind: 'taken'; readonly request: RemedyRequest }
  /** Used, over, or for a plan that is another one now. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'otherPerson' }
  /** The sign-in was not made just now, or not by what is asked for. */
  | { readonly kind: 'stale' }
  | {
      readonly kind: 'refused';
      readonly refusal: DecisionRefusal | RecordProofRefusal;
      readonly request?: RemedyRequest | undefined;
    };

export interface ConfirmDeps extends RequestDeps {
  readonly tokens: DelegatedTokens;
  readonly confirmation: ConfirmationRules;
}

/**
 * Lets what waits for a sign-in take effect, now that somebody has signed in. Whatever speaks against it changes
 * nothing and burns nothing: the right person can still do it (SECURITY S2, S7).
 */
export async function confirmBySignIn(
  deps: ConfirmDeps,
  token: string,
  signedIn: SignedIn,
): Promise<ConfirmedOutcome> {
  const found = await findConfirmation(deps, token);
  if (found?.open !== true) return { kind: 'gone' };
  if (!sameId(signedIn.oid, found.pending.personId)) return otherPerson(deps, found, signedIn);
  const { act } = found.pending;
  switch (act.kind) {
    case 'decide':
      return decide(deps, found, act, signedIn);
    case 'again':
      return goOn(deps, found, signedIn);
    case 'prove':
      return prove(deps, found, signedIn);
  }
}

async function decide(
  deps: ConfirmDeps,
  { pending, request }: FoundConfirmation,
  act: Extract<PendingConfirmation['act'], { kind: 'decide' }>,
  signedIn: SignedIn,
): Promise<ConfirmedOutcome> {
  const owner = { requestId: request.id, approverId: signedIn.oid };
  // Before the decision, whose job may start at once; whoever only counts towards a quorum leaves no token behind.
  if (signedIn.access !== undefined && act.decision === 'approved') deps.tokens.put(owner, signedIn.access);
  const wish = {
    reference: { number: request.number },
    conversationId: '',
    approverId: signedIn.oid,
    decision: act.decision,
    reason: act.reason,
    confirmation: confirmationOf(pending, signedIn),
  };
  const outcome = await decideRequest(deps, wish).catch((thrown: unknown) => {
    deps.tokens.forget(owner);
    throw thrown;
  });
  // Who confirms a second time is refused, but the job of the first time may still need what they signed in for.
  if (!mayNeedToken(outcome.request, signedIn.oid)) deps.tokens.forget(owner);
  if (!outcome.ok) return { kind: 'refused', refusal: outcome.refusal, request: outcome.request };
  await deps.store.transaction((tx) => tx.confirmations.use(pending.tokenHash));
  return { kind: 'taken', request: outcome.request };
}

/** The person concerned signed in afresh by a method that is left to them: that is the proof of who they are. */
async function prove(
  deps: ConfirmDeps,
  { pending, request }: FoundConfirmation,
  signedIn: SignedIn,
): Promise<ConfirmedOutcome> {
  const outcome = await recordProof(deps, {
    reference: { number: request.number },
    conversationId: '',
    proverId: signedIn.oid,
    inStaffChannel: false,
    kind: 'remaining-method',
    confirmation: confirmationOf(pending, signedIn),
  });
  if (!outcome.ok) return { kind: 'refused', refusal: outcome.refusal, request };
  await deps.store.transaction((tx) => tx.confirmations.use(pending.tokenHash));
  return { kind: 'taken', request: outcome.request };
}

const canGoOn: readonly RequestState[] = ['approved', 'claimed', 'running'];

function mayNeedToken(request: RemedyRequest | undefined, approverId: string): boolean {
  return (
    request !== undefined && canGoOn.includes(request.state) && request.decision?.approverId === approverId
  );
}

/** The approver signed in once more because their token was lost: the job is added again, and finds it here. */
async function goOn(
  deps: ConfirmDeps,
  { pending, request }: FoundConfirmation,
  signedIn: SignedIn,
): Promise<ConfirmedOutcome> {
  const refusal = confirmationRefusal(
    confirmationOf(pending, signedIn),
    {
      personId: request.decision?.approverId ?? '',
      requestId: request.id,
      digest: request.digest,
      used: [],
      now: deps.clock(),
    },
    deps.confirmation,
  );
  if (refusal !== undefined) return { kind: 'stale' };
  if (!canGoOn.includes(request.state)) return { kind: 'gone' };
  if (signedIn.access !== undefined) {
    deps.tokens.put({ requestId: request.id, approverId: signedIn.oid }, signedIn.access);
  }
  await deps.store.transaction(async (tx) => {
    if (!(await tx.confirmations.use(pending.tokenHash))) return;
    await tx.outbox.add({ kind: requestJobKinds.runRemedy, payload: { requestId: request.id } });
    await tx.audit.append({
      event: 'request.confirmedAgain',
      actorId: signedIn.oid,
      caseId: request.caseId,
      requestId: request.id,
    });
  });
  return { kind: 'taken', request };
}

function confirmationOf({ digest, requestId }: PendingConfirmation, signedIn: SignedIn): Confirmation {
  const { authContexts, authTime, oid } = signedIn;
  return { oid, authTime, authContexts, requestId, digest };
}

async function otherPerson(
  deps: ConfirmDeps,
  { request }: FoundConfirmation,
  { oid }: SignedIn,
): Promise<ConfirmedOutcome> {
  await deps.store.transaction((tx) =>
    tx.audit.append({
      event: 'request.confirmationRefused',
      actorId: oid,
      caseId: request.caseId,
      requestId: request.id,
      detail: { refusal: 'confirmationForSomebodyElse' },
    }),
  );
  deps.log.warn({ requestId: request.id }, 'somebody else signed in to confirm');
  return { kind: 'otherPerson' };
}
