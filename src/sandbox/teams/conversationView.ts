import type { Conversation, Message } from './conversations';
import { shownCard } from './refreshViews';
import { adaptiveCardType, type SentActivity } from './sentActivity';
import type { StandInParts } from './standInParts';
import type { SimulatedPerson } from './teamsStandInOptions';

/** A conversation as one person sees it: what the page draws. */
export function conversationView(parts: StandInParts, conversation: Conversation, person: SimulatedPerson) {
  return {
    id: conversation.id,
    kind: conversation.kind,
    messages: conversation.messages.map((message) => messageView(parts, message, person)),
  };
}

function messageView({ ids, options }: StandInParts, message: Message, person: SimulatedPerson) {
  const { id, rootId, at, edited, deleted, personId } = message;
  const author = personId === undefined ? ids.bot : options.people().find((one) => one.id === personId);
  const from = { name: author?.name ?? '', isBot: personId === undefined, isMe: personId === person.id };
  const base = { id, rootId, at, edited, deleted, from };
  if (deleted) return { ...base, cards: [], suggestions: [] };
  const view = message.views.get(person.id);
  return {
    ...base,
    text: message.activity.text,
    textFormat: message.activity.textFormat ?? 'markdown',
    cards: cardsOf(message, person.id),
    canRefresh: shownCard(message, person.id)?.refresh !== undefined,
    suggestions: suggestionsOf(message.activity),
    note: view?.note,
  };
}

/** A person's own view stands in the place of the first card; anything but Adaptive Cards is only named. */
function cardsOf(message: Message, personId: string): unknown[] {
  const own = message.views.get(personId)?.card;
  const sent = (message.activity.attachments ?? []).map(({ contentType, content }) =>
    contentType === adaptiveCardType ? content : { type: 'Unsupported', contentType },
  );
  return own === undefined ? sent : [own, ...sent.slice(1)];
}

function suggestionsOf({ suggestedActions }: SentActivity): { title: string; value: string }[] {
  return (suggestedActions?.actions ?? []).map(({ title, value }) => ({
    title: title ?? String(value),
    value: typeof value === 'string' ? value : (title ?? ''),
  }));
}
