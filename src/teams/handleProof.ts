import type { Language } from '../cases/language';
import type { ProofKind } from '../cases/remedyRequest';
import type { Speaker } from '../conversation/speaker';
import { conversationText } from '../text/conversationText';
import { requestRefusalText } from '../text/requestRefusalText';
import { directorySilent } from '../usecases/directorySilent';
import type { RequestReference } from '../usecases/findRequest';
import { freezeFor } from '../usecases/freezeRequest';
import { recordProof } from '../usecases/recordProof';
import type { RequestDeps } from '../usecases/requestDeps';
import { vouchAgainst } from '../usecases/vouchAgainst';
import type { Handled } from './handleDecision';

/** Writes a proof of identity down that staff or the manager give, and says what came of it. */
export async function handleProof(
  deps: RequestDeps,
  speaker: Speaker & { readonly inStaffChannel: boolean },
  given: {
    readonly reference: RequestReference;
    readonly proof: ProofKind | undefined;
    readonly phrase: string | undefined;
  },
  language: Language,
): Promise<Handled> {
  const text = conversationText[language];
  if (given.proof === undefined) return { taken: false, words: text.proofKindMissing };
  const outcome = await recordProof(deps, {
    reference: given.reference,
    conversationId: speaker.address.conversationId,
    proverId: speaker.personId,
    inStaffChannel: speaker.inStaffChannel,
    kind: given.proof,
    phrase: given.phrase,
  }).catch(directorySilent(deps.log));
  if (outcome === 'directorySilent') return { taken: false, words: text.directorySilent };
  if (outcome.ok) return { taken: true, words: text.proofRecorded(outcome.request.number) };
  return { taken: false, words: requestRefusalText[language][outcome.refusal] };
}

/** The manager says that it was somebody else. */
export async function handleVouchNot(
  deps: RequestDeps,
  speaker: Speaker,
  reference: RequestReference,
  language: Language,
): Promise<Handled> {
  const text = conversationText[language];
  const said = { reference, conversationId: speaker.address.conversationId, managerId: speaker.personId };
  const outcome = await vouchAgainst(deps, said).catch(directorySilent(deps.log));
  if (outcome === 'directorySilent') return { taken: false, words: text.directorySilent };
  if (outcome === 'tooOld') return { taken: true, words: text.notMeTooOld(deps.helpdeskContact) };
  return outcome === 'frozen'
    ? { taken: true, words: text.frozenThanks }
    : { taken: false, words: requestRefusalText[language][outcome] };
}

/**
 * "That was not me", from any notice: everything about the speaker's own account stops. After 14 days, or where there is
 * no request, a person looks instead, and the speaker is told so.
 */
export async function handleNotMe(deps: RequestDeps, speaker: Speaker, language: Language): Promise<Handled> {
  const { personId } = speaker;
  const stopped = await freezeFor(deps, { personId, actorId: personId, why: 'notMe', language });
  const text = conversationText[language];
  if (stopped === 'tooOld') return { taken: true, words: text.notMeTooOld(deps.helpdeskContact) };
  return { taken: true, words: stopped === 'stopped' ? text.frozenThanks : text.notMeNothingHere };
}
