import { randomUUID } from 'node:crypto';
import { clientInfo, createEnvelope } from './activityEnvelope';
import type { Conversation, Sight } from './conversations';
import type { SimulatedPerson, TeamsStandInOptions } from './teamsStandInOptions';
import type { TeamsIds } from './teamsIds';

/** Builds activities as Teams sends them to a bot. */
export interface BotActivities {
  message(sight: Sight, mention: boolean): object;
  /** What an Action.Submit sends: a message without words. */
  submit(sight: Sight, value: unknown): object;
  invoke(sight: Sight, invocation: { readonly name: string; readonly value: unknown }): object;
  /** The app was added to a person's chat, or to the staff's team. */
  installed(person: SimulatedPerson, conversation: Conversation): readonly object[];
}

/** Builds activities for one bot in one tenant, reachable at `serviceUrl`. */
export function createBotActivities(deps: {
  readonly options: Pick<TeamsStandInOptions, 'tenantId' | 'clock' | 'staffChannel'>;
  readonly ids: TeamsIds;
  readonly serviceUrl: string;
}): BotActivities {
  const { ids } = deps;

  const envelope = createEnvelope(deps);
  const mentionText = `<at>${ids.bot.name}</at>`;

  return {
    message: ({ person, conversation, message }, mention) => ({
      ...envelope(person, conversation, message.rootId),
      type: 'message',
      id: message.id,
      textFormat: 'plain',
      text: mention ? `${mentionText} ${message.activity.text ?? ''}` : (message.activity.text ?? ''),
      entities: [
        ...(mention ? [{ type: 'mention', mentioned: ids.bot, text: mentionText }] : []),
        clientInfo(person),
      ],
    }),
    submit: ({ person, conversation, message }, value) => ({
      ...envelope(person, conversation, message.rootId),
      type: 'message',
      id: `f:${randomUUID()}`,
      replyToId: message.id,
      value,
      entities: [clientInfo(person)],
    }),
    invoke({ person, conversation, message }, invocation) {
      const base = envelope(person, conversation, message.rootId);
      return {
        ...base,
        ...invocation,
        type: 'invoke',
        id: `f:${randomUUID()}`,
        replyToId: message.id,
        entities: [clientInfo(person)],
        channelData: { ...base.channelData, source: { name: 'message' }, legacy: { replyToId: message.id } },
      };
    },
    installed(person, conversation) {
      const base = envelope(person, conversation, undefined);
      return [
        { ...base, type: 'installationUpdate', id: `f:${randomUUID()}`, action: 'add' },
        { ...base, type: 'conversationUpdate', id: `f:${randomUUID()}`, membersAdded: [{ id: ids.bot.id }] },
      ];
    },
  };
}
