import { createHash } from 'node:crypto';
import type { SimulatedPerson, TeamsStandInOptions } from './teamsStandInOptions';

/** Who is who in Teams' own ids. They are derived, so that a bot's stored references outlive a restart. */
export interface TeamsIds {
  readonly bot: { readonly id: string; readonly name: string };
  readonly team: { readonly id: string; readonly name: string };
  /** A person's id towards this bot (the "MRI"), which `refresh.userIds` lists. */
  userId(personId: string): string;
  /** The id of a person's chat with the bot. */
  personalChatId(personId: string): string;
  /** Finds a person by the id that Teams gave them or by their Entra object id. */
  personBy(id: string): SimulatedPerson | undefined;
  ownerOfChat(chatId: string): SimulatedPerson | undefined;
  /** Staff are the members of the staff channel's team. */
  isStaff(person: SimulatedPerson): boolean;
}

/** Derives the ids of one tenant and one bot. */
export function createTeamsIds(
  options: Pick<TeamsStandInOptions, 'tenantId' | 'botAppId' | 'botName' | 'people'>,
): TeamsIds {
  const digest = (...parts: string[]) =>
    createHash('sha256')
      .update([options.tenantId, options.botAppId, ...parts].join(' '))
      .digest('base64url');
  const userId = (personId: string) => `29:1${digest('user', personId)}`;
  const personalChatId = (personId: string) => `a:1${digest('chat', personId)}`;
  return {
    bot: { id: `28:${options.botAppId}`, name: options.botName },
    team: { id: `19:${digest('team').slice(0, 32)}@thread.tacv2`, name: 'IT' },
    userId,
    personalChatId,
    personBy: (id) =>
      options.people().find((person) => userId(person.id) === id || person.id === id.toLowerCase()),
    ownerOfChat: (chatId) => options.people().find((person) => personalChatId(person.id) === chatId),
    isStaff: (person) => person.roles.length > 0,
  };
}
