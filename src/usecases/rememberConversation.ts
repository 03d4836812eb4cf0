import type { Language } from '../cases/language';
import type { Clock } from '../ports/clock';
import type { ConversationAddress } from '../ports/messenger';
import type { Store } from '../ports/store';

/**
 * Keeps where a person's chat with the bot is, and the language they chose, so that they can be told things later.
 * @param choose the language of this turn, by the one that was chosen before
 */
export async function rememberConversation(
  deps: { store: Store; clock: Clock },
  { address, personId }: { address: ConversationAddress; personId: string },
  choose: (chosenLanguage: Language | undefined) => Language,
): Promise<{ readonly language: Language; readonly chosenLanguage: Language | undefined }> {
  const known = await deps.store.look(({ conversations }) => conversations.ofPerson(personId));
  const language = choose(known?.language);
  const same =
    known?.address.conversationId === address.conversationId &&
    known.address.serviceUrl === address.serviceUrl &&
    known.language === language;
  if (!same) {
    await deps.store.aside((tx) =>
      tx.conversations.remember({ address, personId, language, updatedAt: deps.clock() }),
    );
  }
  return { language, chosenLanguage: known?.language };
}
