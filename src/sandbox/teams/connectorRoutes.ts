import type { Server } from 'restify';
import { type ConnectorAnswer, type ConnectorCall, guarded } from './connectorGuard';
import type { Message, Place } from './conversations';
import { createConversation, postMessage } from './postMessage';
import { refreshLookers } from './refreshViews';
import { sentActivitySchema } from './sentActivity';
import type { StandInParts } from './standInParts';

/** The routes by which a bot writes: create a conversation, send, reply, edit, delete. */
export function addConnectorRoutes(server: Server, parts: StandInParts): void {
  const { conversations, live } = parts;
  const activities = '/v3/conversations/:id/activities';
  const oneActivity = `${activities}/:activityId`;

  const send = ({ id, body }: ConnectorCall): ConnectorAnswer => {
    const place = conversations.find(id);
    if (place === undefined) return 'ConversationNotFound';
    const activity = sentActivitySchema.safeParse(body);
    if (!activity.success) return 'BadArgument';
    const message = postMessage(parts, place, activity.data);
    return { status: message === undefined ? 202 : 201, body: { id: message?.id ?? '' } };
  };
  server.post(
    '/v3/conversations',
    guarded(parts, ({ body }) => createConversation(parts, body)),
  );
  server.post(activities, guarded(parts, send));
  server.post(oneActivity, guarded(parts, send));

  const onOwnMessage = (change: (place: Place, message: Message, body: unknown) => ConnectorAnswer) =>
    guarded(parts, ({ id, activityId, body }) => {
      const place = conversations.find(id);
      if (place === undefined) return 'ConversationNotFound';
      const message = place.conversation.messages.find((candidate) => candidate.id === activityId);
      if (message === undefined || message.deleted) return 'ActivityNotFoundInConversation';
      return message.personId === undefined ? change(place, message, body) : 'BadSyntax';
    });
  const edit = onOwnMessage(({ conversation }, message, body) => {
    const activity = sentActivitySchema.safeParse(body);
    if (!activity.success) return 'BadArgument';
    conversations.edit(message, activity.data);
    live.changed(conversation.id);
    void refreshLookers(parts, conversation, message);
    return { status: 200, body: { id: message.id } };
  });
  const remove = onOwnMessage(({ conversation }, message) => {
    conversations.remove(message);
    live.changed(conversation.id);
    return { status: 200 };
  });
  server.put(oneActivity, edit);
  server.del(oneActivity, remove);
}
