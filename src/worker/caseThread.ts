import type { Case } from '../cases/case';
import type { ConversationAddress } from '../ports/messenger';

/** Where a case is talked about: the thread that hangs on its card. */
export function threadOf({ handoff }: Case): ConversationAddress | undefined {
  const card = handoff?.card;
  if (card === undefined) return undefined;
  const { address, activityId } = card;
  return { ...address, conversationId: `${address.conversationId};messageid=${activityId}` };
}
