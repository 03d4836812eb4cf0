import { Fault } from '../../src/faults';
import type {
  ConversationAddress,
  MessageContent,
  Messenger,
  PostedMessage,
} from '../../src/ports/messenger';

interface Sent {
  readonly conversationId: string;
  readonly activityId: string;
  readonly content: MessageContent;
}

/** Keeps what was posted and edited, and fails when told to. */
export function fakeMessenger() {
  const posted: Sent[] = [];
  const edited: Sent[] = [];
  const faults: { call: 'post' | 'edit'; conversationId: string; fault: Fault }[] = [];

  function failWherePlanned(call: 'post' | 'edit', conversationId: string): void {
    const index = faults.findIndex(
      (planned) => planned.call === call && planned.conversationId === conversationId,
    );
    const planned = index < 0 ? undefined : faults.splice(index, 1)[0];
    if (planned !== undefined) throw planned.fault;
  }

  const messenger: Messenger = {
    async post(address: ConversationAddress, content: MessageContent): Promise<PostedMessage> {
      await Promise.resolve();
      failWherePlanned('post', address.conversationId);
      const activityId = `activity-${String(posted.length + 1)}`;
      posted.push({ conversationId: address.conversationId, activityId, content });
      return { address, activityId };
    },
    async edit(message: PostedMessage, content: MessageContent): Promise<void> {
      await Promise.resolve();
      failWherePlanned('edit', message.address.conversationId);
      edited.push({
        conversationId: message.address.conversationId,
        activityId: message.activityId,
        content,
      });
    },
  };

  return {
    messenger,
    posted,
    edited,
    failNext(call: 'post' | 'edit', conversationId: string, fault: Fault) {
      faults.push({ call, conversationId, fault });
    },
    /** What was said in a conversation, in words. */
    texts: (conversationId: string) =>
      posted.flatMap(({ conversationId: id, content }) =>
        id === conversationId && content.kind === 'text' ? [content.text] : [],
      ),
    cards: (conversationId: string) =>
      posted.filter(({ conversationId: id, content }) => id === conversationId && content.kind === 'card'),
  };
}

export function teamsDown(): Fault {
  return new Fault('teams-unreachable', 'connector: 503', { retryable: true, status: 503 });
}
