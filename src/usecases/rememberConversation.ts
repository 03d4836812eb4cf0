import type { Language } from '../cases/language';
import type { Clock } from '../ports/clock';
import type { ConversationAddress } from '../ports/messenger';
import type { Store } from '../ports/store';

/** Keeps where a person's chat with the bot is, and the language they chose, so that they can be told things later. */
export async function rememberConversation(
  deps: { store: Store; clock: Clock },
  met: { address: ConversationAddress; personId: string; language?: Language },
): Promise<Language | undefined> {
  return deps.store.transaction(async (tx) => {
    const known = await tx.conversations.ofPerson(met.personId);
    const language = met.language ?? known?.language;
    const same =
      known?.address.conversationId === met.address.conversationId &&
      known.address.serviceUrl === met.address.serviceUrl &&
      known.language === language;
    if (!same) {
      await tx.conversations.remember({
        address: met.address,
        personId: met.personId,
        language,
        updatedAt: deps.clock(),
      });
    }
    return language;
  });
}
