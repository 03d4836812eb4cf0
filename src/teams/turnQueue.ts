/** `conversation-busy`: too many turns of this conversation wait already. `bot-busy`: too many turns wait at all. */
export type TurnOutcome = 'done' | 'conversation-busy' | 'bot-busy';

export interface TurnQueue {
  /** Runs a turn after all earlier ones of its conversation. What the turn throws is thrown here. */
  run(conversationId: string, turn: () => Promise<void>): Promise<TurnOutcome>;
  /** How many turns run or wait now. */
  size(): number;
}

/**
 * Turns of one conversation run one after the other, because two at once lose an update of its state
 * (the SDK either throws "eTag conflict" or overwrites). Both limits keep a flood from filling the memory.
 */
export function createTurnQueue(limits: { perConversation: number; inAll: number }): TurnQueue {
  const lanes = new Map<string, { last: Promise<void>; length: number }>();
  let inAll = 0;

  async function run(conversationId: string, turn: () => Promise<void>): Promise<TurnOutcome> {
    const lane = lanes.get(conversationId) ?? { last: Promise.resolve(), length: 0 };
    if (lane.length >= limits.perConversation) return 'conversation-busy';
    if (inAll >= limits.inAll) return 'bot-busy';
    lanes.set(conversationId, lane);
    lane.length += 1;
    inAll += 1;

    const mine = lane.last.then(turn);
    lane.last = mine.catch(() => undefined); // thrown to its own caller below; the next turn runs all the same
    try {
      await mine;
      return 'done';
    } finally {
      lane.length -= 1;
      inAll -= 1;
      if (lane.length === 0) lanes.delete(conversationId);
    }
  }

  return { run, size: () => inAll };
}
