/** Which way something goes: from the person's chat into the case's thread, or back. */
export const relayDirections = ['toStaff', 'toPerson'] as const;
export type RelayDirection = (typeof relayDirections)[number];

/** Something that came with a message and that can be opened by whoever may: a file's name with its link. */
export interface RelayedFile {
  readonly name: string;
  /** Absent where there is nothing that others could open. */
  readonly url?: string | undefined;
  /** A small picture, to be shown as it is: `data:image/png;base64,…`. */
  readonly picture?: string | undefined;
}

/** What one person said to another through the bot. */
export interface RelayedMessage {
  readonly id: string;
  readonly caseId: string;
  readonly direction: RelayDirection;
  readonly senderId: string;
  readonly text: string;
  readonly files: readonly RelayedFile[];
  readonly createdAt: number;
}

/** What is passed on, in order. Words are kept only until they were delivered or given up. */
export interface RelayedMessages {
  /** False where the same one (by its id) is there already. */
  add(message: RelayedMessage): Promise<boolean>;
  /**
   * Takes the next one of a case and direction in hand, for a job. Undefined where there is none, or where another job
   * has it in hand: that one goes on with those that come after.
   */
  take(wish: {
    readonly caseId: string;
    readonly direction: RelayDirection;
    readonly holder: string;
    readonly until: number;
  }): Promise<RelayedMessage | undefined>;
  /** It was delivered, or never will be. The words are forgotten. */
  settle(id: string, state: 'sent' | 'undelivered'): Promise<void>;
  /** It is to be tried again. */
  putBack(id: string): Promise<void>;
}
