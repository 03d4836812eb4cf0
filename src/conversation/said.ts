import type { TurnContext } from 'botbuilder';
import type { Said } from '../usecases/relayMessage';
import { filesOf } from './relayedFiles';
import type { Speaker } from './speaker';

/** What somebody wrote in this turn, with what came along, to be passed on. */
export function saidIn({ activity }: TurnContext, { address, personId }: Speaker, text: string): Said {
  return {
    senderId: personId,
    activityId: activity.id ?? '',
    conversationId: address.conversationId,
    text,
    files: filesOf(activity),
  };
}
