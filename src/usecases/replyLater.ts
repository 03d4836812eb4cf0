import { z } from 'zod/v4';
import type { Language } from '../cases/language';
import type { ConversationAddress } from '../ports/messenger';
import type { Store } from '../ports/store';

export const replyLaterKind = 'reply-later';

export const replyLaterSchema = z.object({
  address: z.object({
    tenantId: z.string(),
    serviceUrl: z.string(),
    conversationId: z.string(),
    kind: z.enum(['personal', 'channel']),
  }),
  language: z.enum(['ja', 'en']),
});

/**
 * Where Teams did not take the reply of a turn, the person hears of it as soon as Teams takes messages again: one notice
 * for each activity, and without the words of the reply, which no job may carry.
 */
export function replyLater(
  store: Store,
  reply: { readonly address: ConversationAddress; readonly language: Language; readonly activityId: string },
): Promise<void> {
  const { address, language, activityId } = reply;
  return store.transaction((tx) =>
    tx.outbox.add({
      kind: replyLaterKind,
      payload: { address, language },
      idempotencyKey: `${replyLaterKind}:${address.conversationId}:${activityId}`,
    }),
  );
}
