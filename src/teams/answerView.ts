import type { TurnContext } from 'botbuilder';
import type { CardTemplates } from '../cards/loadTemplates';
import { withOwnViews } from '../cards/ownView';
import { approvalCard, stateCard } from '../cards/requestCards';
import type { Language } from '../cases/language';
import type { Speaker } from '../conversation/speaker';
import { conversationText } from '../text/conversationText';
import { requestRefusalText } from '../text/requestRefusalText';
import { directorySilent } from '../usecases/directorySilent';
import { readCallBack } from '../usecases/readCallBack';
import { readRequesterName } from '../usecases/readRequesterName';
import type { RequestDeps } from '../usecases/requestDeps';
import { viewRequest } from '../usecases/viewRequest';
import { answerInvoke } from './answerInvoke';

/**
 * Answers a refresh with the card as this one person may see it: with the buttons that are theirs, or the state alone.
 * Nothing is decided, posted or edited; a refusal leaves what the person sees as it is.
 */
export async function answerView(
  deps: { readonly requests: RequestDeps; readonly templates: CardTemplates },
  context: TurnContext,
  speaker: Speaker & { readonly inStaffChannel: boolean },
  { activityId, token }: { readonly token: string; readonly activityId: string | undefined },
  language: Language,
): Promise<void> {
  const { requests, templates } = deps;
  const view = await viewRequest(requests, {
    reference: { token, activityId },
    conversationId: speaker.address.conversationId,
    viewerId: speaker.personId,
    inStaffChannel: speaker.inStaffChannel,
  }).catch(directorySilent(requests.log));
  if (view === 'directorySilent')
    return answerInvoke(context, {
      kind: 'refusal',
      status: 500,
      text: conversationText[language].directorySilent,
    });
  if (view === undefined)
    return answerInvoke(context, {
      kind: 'refusal',
      status: 404,
      text: requestRefusalText[language].unknownRequest,
    });
  const { may, request } = view;
  const reader = {
    language,
    requesterName: await readRequesterName(requests.directory, request),
    callBack: await readCallBack(requests.directory, request),
  };
  const { card } =
    may === 'look'
      ? stateCard(templates, request, reader)
      : approvalCard(templates, request, { ...reader, token, mayDecide: may === 'decide' });
  return answerInvoke(context, { kind: 'card', card: withOwnViews(card, token, [context.activity.from.id]) });
}
