import type { Conversation, Message, Sight } from './conversations';
import { readInvokeAnswer } from './invokeAnswer';
import { type AdaptiveCard, cardOf } from './sentActivity';
import type { StandInParts } from './standInParts';

/** Teams asks again for a person's view only if it last did so longer ago than this. */
const refreshAgainAfterMs = 60_000;

/** The card that a person sees: their own view, or what everybody sees. */
export function shownCard(message: Message, personId: string): AdaptiveCard | undefined {
  return message.views.get(personId)?.card ?? cardOf(message.activity);
}

/** Asks the bot for their own view of a message, for each listed person who is looking. */
export async function refreshLookers(
  parts: StandInParts,
  conversation: Conversation,
  message: Message,
): Promise<void> {
  const lookers = parts.live.lookersAt(conversation.id).map((id) => parts.ids.personBy(id));
  await Promise.all(
    lookers
      .filter((person) => person !== undefined)
      .map((person) => refreshIfDue(parts, { person, conversation, message })),
  );
}

/** Asks the bot for one person's own view, where the card lists them and Teams' minute has passed. */
export async function refreshIfDue(parts: StandInParts, sight: Sight): Promise<void> {
  const { person, message } = sight;
  const refresh = shownCard(message, person.id)?.refresh;
  if (message.deleted || refresh === undefined) return;
  // No list means everybody (Teams: in conversations of up to 60); an empty one means only by hand.
  const userId = parts.ids.userId(person.id);
  if (refresh.userIds !== undefined && !refresh.userIds.includes(userId)) return;
  const last = parts.conversations.viewOf(message, person.id).refreshedAt;
  if (last !== undefined && parts.options.clock() - last < refreshAgainAfterMs) return;
  await askForView(parts, sight, 'automatic');
}

/** Asks now, because the person said so. */
export async function refreshByHand(parts: StandInParts, sight: Sight): Promise<void> {
  await askForView(parts, sight, 'manual');
}

async function askForView(parts: StandInParts, sight: Sight, trigger: 'automatic' | 'manual'): Promise<void> {
  const { person, conversation, message } = sight;
  const action = shownCard(message, person.id)?.refresh?.action;
  if (action === undefined) return;
  const { edition } = message;
  parts.conversations.viewOf(message, person.id).refreshedAt = parts.options.clock();
  const invoke = { name: 'adaptiveCard/action', value: { action, trigger } };
  const reply = await parts.line.deliver(parts.activities.invoke(sight, invoke));
  parts.sent.note({ by: invoke.name, ...reply });
  const answer = readInvokeAnswer(reply);
  // An edit that came meanwhile has asked for a view of its own; a refresh that fails leaves what is there.
  if (answer.kind !== 'card' || message.edition !== edition) return;
  parts.conversations.viewOf(message, person.id).card = answer.card;
  parts.live.changed(conversation.id);
}
