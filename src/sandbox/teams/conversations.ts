import type { Clock } from '../../ports/clock';
import type { AdaptiveCard, SentActivity } from './sentActivity';
import type { TeamsIds } from './teamsIds';
import type { SimulatedPerson } from './teamsStandInOptions';

/** What stands under a message for one person only, after a press. */
export type Note =
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'went-wrong' }
  | { readonly kind: 'app-unreachable' };

/** What one person sees instead of what everybody sees. */
interface PersonalView {
  card?: AdaptiveCard;
  note?: Note;
  /** When the bot was last asked for this view without a press. */
  refreshedAt?: number;
}

export interface Message {
  readonly id: string;
  /** In a channel the post that this one answers (or is); in a chat the message itself. */
  readonly rootId: string;
  /** Nobody's id means the bot wrote it. */
  readonly personId: string | undefined;
  readonly at: number;
  activity: SentActivity;
  edited: boolean;
  deleted: boolean;
  /** Grows with every edit. */
  edition: number;
  readonly views: Map<string, PersonalView>;
}

export interface Conversation {
  readonly id: string;
  readonly kind: 'personal' | 'channel';
  /** Whose chat with the bot it is; nobody's for the channel. */
  readonly personId: string | undefined;
  readonly messages: Message[];
  /** Whether the bot was told that it is installed here. */
  installed: boolean;
}

/** One person in front of one message. */
export interface Sight {
  readonly person: SimulatedPerson;
  readonly conversation: Conversation;
  readonly message: Message;
}

/** A place where the bot may write: a chat, or a channel's thread (no thread: a new post). */
export interface Place {
  readonly conversation: Conversation;
  readonly rootId: string | undefined;
}

export interface Conversations {
  readonly channel: Conversation;
  all(): readonly Conversation[];
  personal(personId: string): Conversation;
  /** By the id that is used on the wire, with `;messageid=` where it names a thread. */
  find(wireId: string): Place | undefined;
  add(place: Place, personId: string | undefined, activity: SentActivity): Message;
  /** Replaces what everybody sees; what single people saw instead goes with it. */
  edit(message: Message, activity: SentActivity): void;
  remove(message: Message): void;
  viewOf(message: Message, personId: string): PersonalView;
}

/** The id on the wire of the thread that a message belongs to. */
export function wireId(conversation: Conversation, rootId: string): string {
  return conversation.kind === 'channel' ? `${conversation.id};messageid=${rootId}` : conversation.id;
}

/** All conversations of the tenant with this bot, in memory. */
export function createConversations(deps: {
  readonly ids: TeamsIds;
  readonly channelId: string;
  readonly clock: Clock;
}): Conversations {
  const { ids, clock } = deps;
  const channel = newConversation(deps.channelId, 'channel', undefined);
  const known = new Map([[channel.id, channel]]);
  let lastId = 0;

  // The app counts as installed for everybody by policy: each person's chat exists before its first message.
  const personal = (personId: string) => {
    const id = ids.personalChatId(personId);
    const found = known.get(id) ?? newConversation(id, 'personal', personId);
    known.set(id, found);
    return found;
  };

  return {
    channel,
    all: () => [...known.values()],
    personal,
    find(wire) {
      const [id = '', rootId] = wire.split(';messageid=');
      if (id === ids.team.id || id === channel.id) {
        const isThread = rootId === undefined || channel.messages.some((message) => message.id === rootId);
        return isThread ? { conversation: channel, rootId } : undefined;
      }
      const owner = ids.ownerOfChat(id);
      return owner === undefined ? undefined : { conversation: personal(owner.id), rootId: undefined };
    },
    add({ conversation, rootId }, personId, activity) {
      // Teams' message ids are the time in milliseconds; two of the same millisecond still differ.
      lastId = Math.max(clock(), lastId + 1);
      const id = String(lastId);
      const state = { edited: false, deleted: false, edition: 0, views: new Map<string, PersonalView>() };
      const message: Message = { id, rootId: rootId ?? id, personId, at: clock(), activity, ...state };
      conversation.messages.push(message);
      return message;
    },
    edit(message, activity) {
      Object.assign(message, { activity, edited: true, edition: message.edition + 1 });
      message.views.clear();
    },
    remove(message) {
      Object.assign(message, { deleted: true, edition: message.edition + 1 });
      message.views.clear();
    },
    viewOf(message, personId) {
      const view = message.views.get(personId) ?? {};
      message.views.set(personId, view);
      return view;
    },
  };
}

function newConversation(id: string, kind: Conversation['kind'], personId: string | undefined): Conversation {
  return { id, kind, personId, messages: [], installed: false };
}
