import { z } from 'zod/v4';
import type { ConnectorAnswer } from './connectorGuard';
import { type Message, type Place, wireId } from './conversations';
import { refreshLookers } from './refreshViews';
import { type SentActivity, sentActivitySchema } from './sentActivity';
import type { StandInParts } from './standInParts';

const newConversationSchema = z.looseObject({
  members: z.array(z.looseObject({ id: z.string() })).default([]),
  tenantId: z.string().optional(),
  channelData: z
    .looseObject({
      channel: z.looseObject({ id: z.string() }).optional(),
      tenant: z.looseObject({ id: z.string() }).optional(),
    })
    .default({}),
  activity: sentActivitySchema.optional(),
});

/** Shows what the bot sent. Typing and the like leave no message. */
export function postMessage(parts: StandInParts, place: Place, activity: SentActivity): Message | undefined {
  const { conversation } = place;
  if (activity.type === 'typing') parts.live.typing(conversation.id);
  if (activity.type !== 'message') return undefined;
  const message = parts.conversations.add(place, undefined, activity);
  parts.live.changed(conversation.id);
  void refreshLookers(parts, conversation, message);
  return message;
}

/** A chat with one person (it exists already: the same one is answered), or a new post in the channel. */
export function createConversation(parts: StandInParts, body: unknown): ConnectorAnswer {
  const parsed = newConversationSchema.safeParse(body);
  if (!parsed.success) return 'BadArgument';
  const { members, channelData, activity } = parsed.data;
  const tenantId = parsed.data.tenantId ?? channelData.tenant?.id ?? parts.options.tenantId;
  if (tenantId !== parts.options.tenantId) return 'BotNotInConversationRoster';
  if (channelData.channel !== undefined) return createPost(parts, channelData.channel.id, activity);

  const [member, ...more] = members;
  const person = member === undefined || more.length > 0 ? undefined : parts.ids.personBy(member.id);
  if (person === undefined) return 'BadArgument';
  const conversation = parts.conversations.personal(person.id);
  const first = activity && postMessage(parts, { conversation, rootId: undefined }, activity);
  return { status: 201, body: { id: conversation.id, activityId: first?.id } };
}

function createPost(
  parts: StandInParts,
  channelId: string,
  activity: SentActivity | undefined,
): ConnectorAnswer {
  const place = parts.conversations.find(channelId);
  if (place === undefined) return 'ConversationNotFound';
  const message = activity && postMessage(parts, place, activity);
  if (message === undefined) return 'BadArgument';
  return { status: 201, body: { id: wireId(place.conversation, message.rootId), activityId: message.id } };
}
