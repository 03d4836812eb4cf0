import { plainLine } from '../cards/plainText';
import type { Language } from '../cases/language';
import type { ProofKind } from '../cases/remedyRequest';
import type { Speaker } from '../conversation/speaker';
import { conversationText } from '../text/conversationText';
import { requestRefusalText } from '../text/requestRefusalText';
import { decideRequest } from '../usecases/decideRequest';
import { directorySilent } from '../usecases/directorySilent';
import type { RequestReference } from '../usecases/findRequest';
import type { RequestDeps } from '../usecases/requestDeps';

export interface DecisionGiven {
  readonly reference: RequestReference;
  readonly decision: 'approved' | 'denied';
  readonly reason: string;
  readonly proof: ProofKind | undefined;
}

/** Passes a pressed or typed decision on, and puts its outcome into words for the one who decided. */
export async function handleDecision(
  deps: RequestDeps,
  speaker: Speaker,
  given: DecisionGiven,
  language: Language,
): Promise<{ readonly taken: boolean; readonly words: string }> {
  const text = conversationText[language];
  const wish = { ...given, conversationId: speaker.address.conversationId, approverId: speaker.personId };
  const outcome = await decideRequest(deps, wish).catch(directorySilent(deps.log));
  if (outcome === 'directorySilent') return { taken: false, words: text.directorySilent };
  if (outcome.ok) return { taken: true, words: text.decisionTaken(outcome.request.number, given.decision) };
  const { refusal, request } = outcome;
  const words = requestRefusalText[language][refusal];
  const by = refusal === 'alreadyDecided' ? request?.decision?.approverName : undefined;
  return { taken: false, words: by === undefined ? words : `${words} ${text.decidedBy(plainLine(by, 80))}` };
}
