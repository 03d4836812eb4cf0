/** A conversation that Monban can write to later. */
export interface ConversationAddress {
  readonly tenantId: string;
  readonly serviceUrl: string;
  readonly conversationId: string;
  readonly kind: 'personal' | 'channel';
}

/** A posted message that can be edited later. */
export interface PostedMessage {
  readonly address: ConversationAddress;
  readonly activityId: string;
}

/** Plain words, or a card with the words that a notification and a screen reader get; and their language. */
export type MessageContent = (
  | {
      readonly kind: 'text';
      readonly text: string;
      /** Buttons that go with the words. */
      readonly card?: Readonly<Record<string, unknown>> | undefined;
      /** Small pictures that travel in the message itself: `data:image/png;base64,…`. */
      readonly pictures?: readonly { readonly name: string; readonly url: string }[] | undefined;
    }
  | { readonly kind: 'card'; readonly card: Readonly<Record<string, unknown>>; readonly summary: string }
) & { readonly language?: 'ja' | 'en' | undefined };

/** Writes into Teams, outside a turn. Throws Faults `teams-*`. */
export interface Messenger {
  post(address: ConversationAddress, content: MessageContent): Promise<PostedMessage>;
  edit(message: PostedMessage, content: MessageContent): Promise<void>;
}
