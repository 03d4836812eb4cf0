import { ActivityTypes, type TurnContext } from 'botbuilder';

/** What a turn has said and nobody has heard yet. */
export interface HeldReplies {
  /** Sends all of it, in its order; from then on whatever is said goes out at once. */
  release(): Promise<void>;
  /** The turn came to nothing: what it said was never said. Whatever is said from then on goes out at once. */
  forget(): void;
}

/**
 * Keeps what a turn says until the turn is stored. A card that comes first tells of something that a crash, or another
 * instance that wrote first, can still undo: the person would be asked again what they have answered. The answer to a
 * pressed button is not held: the HTTP response carries it, and that ends after the turn.
 */
export function holdReplies(context: TurnContext): HeldReplies {
  const held: (() => Promise<unknown>)[] = [];
  let holding = true;
  const answer: string = ActivityTypes.InvokeResponse;
  context.onSendActivities((_context, activities, send) => {
    if (!holding || activities.some(({ type }) => type === answer)) return send();
    held.push(send);
    return Promise.resolve(activities.map(() => ({ id: '' })));
  });
  return {
    async release() {
      holding = false;
      for (const send of held) await send();
    },
    forget() {
      holding = false;
    },
  };
}
