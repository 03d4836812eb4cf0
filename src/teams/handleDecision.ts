import { whoDecided } from '../cards/whoDecided';
import type { Language } from '../cases/language';
import type { ProofKind, RemedyRequest } from '../cases/remedyRequest';
import type { RecordProofRefusal } from '../cases/requestRefusals';
import type { Speaker } from '../conversation/speaker';
import { conversationText } from '../text/conversationText';
import { requestRefusalText } from '../text/requestRefusalText';
import { decideRequest } from '../usecases/decideRequest';
import { directorySilent } from '../usecases/directorySilent';
import type { RequestReference } from '../usecases/findRequest';
import { openConfirmation } from '../usecases/openConfirmation';
import { recordProof } from '../usecases/recordProof';
import type { RequestDeps } from '../usecases/requestDeps';

export interface DecisionGiven {
  readonly reference: RequestReference;
  readonly decision: 'approved' | 'denied';
  readonly reason: string;
  /** The approver made sure of the identity themselves, just now. */
  readonly proof: ProofKind | undefined;
  readonly phrase: string | undefined;
}

export interface Handled {
  readonly taken: boolean;
  readonly words: string;
  /** It takes effect only with a fresh sign-in, for which this is the secret of the link (SECURITY S7). */
  readonly confirm?:
    { readonly request: RemedyRequest; readonly why: 'approve' | 'deny'; readonly token: string } | undefined;
}

/** Passes a pressed or typed decision on, and puts its outcome into words for the one who decided. */
export async function handleDecision(
  deps: RequestDeps,
  speaker: Speaker & { readonly inStaffChannel: boolean },
  given: DecisionGiven,
  language: Language,
): Promise<Handled> {
  const text = conversationText[language];
  const outcome = await decide(deps, speaker, given).catch(directorySilent(deps.log));
  if (outcome === 'directorySilent') return { taken: false, words: text.directorySilent };
  if (outcome.ok) {
    const { number, state } = outcome.request;
    const waits = given.decision === 'approved' && state === 'pending';
    const words = waits ? text.approvalCounted(number) : text.decisionTaken(number, given.decision);
    return { taken: true, words };
  }
  const { refusal, request } = outcome;
  const words = requestRefusalText[language][refusal];
  if (request !== undefined && forSignIn.has(refusal))
    return { taken: false, words, confirm: await confirmLater(deps, speaker, given, request, language) };
  const by = refusal === 'alreadyDecided' ? request?.decision : undefined;
  return {
    taken: false,
    words: by === undefined ? words : `${words} ${whoDecided(by, deps.clock(), language)}`,
  };
}

/** Who makes sure of the identity and approves in one go does two things, and both are written down. */
async function decide(
  deps: RequestDeps,
  speaker: Speaker & { readonly inStaffChannel: boolean },
  { decision, phrase, proof, reason, reference }: DecisionGiven,
): ReturnType<typeof decideRequest> {
  const said = { reference, conversationId: speaker.address.conversationId };
  if (decision === 'approved' && proof !== undefined && reason.trim() !== '') {
    const proven = await recordProof(deps, {
      ...said,
      proverId: speaker.personId,
      inStaffChannel: speaker.inStaffChannel,
      kind: proof,
      phrase,
      thenApproves: true,
    });
    if (!proven.ok && aboutTheProof.has(proven.refusal)) return proven;
  }
  return decideRequest(deps, { ...said, approverId: speaker.personId, decision, reason });
}

/** What else stands against a proof (who one is, that it is decided) the decision says better. */
const aboutTheProof: ReadonlySet<RecordProofRefusal> = new Set<RecordProofRefusal>([
  'proofMissing',
  'proofNotEnough',
  'phraseMissing',
  'phraseWrong',
  'managerVouchesThemselves',
]);

const forSignIn: ReadonlySet<string> = new Set(['confirmationNeeded', 'confirmationStale']);

/** Keeps the decision until the approver has signed in for it. */
async function confirmLater(
  deps: RequestDeps,
  { personId }: Speaker,
  { decision, reason }: DecisionGiven,
  request: RemedyRequest,
  language: Language,
): Promise<Handled['confirm']> {
  const act = { kind: 'decide', decision, reason: reason.trim() } as const;
  const token = await deps.store.transaction((tx) =>
    openConfirmation(deps, tx, { request, personId, language, act }),
  );
  return { request, why: decision === 'approved' ? 'approve' : 'deny', token };
}
