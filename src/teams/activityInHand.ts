import { setTimeout as sleep } from 'node:timers/promises';
import type { TurnContext } from 'botbuilder';
import type { Log } from '../log';
import type { Clock } from '../ports/clock';
import type { Inbox, InHand } from '../ports/inbox';
import { carryOnJob } from '../usecases/carryOn';

/** The activity of a turn, as far as it concerns other turns: who has it, until when, and whether it is done. */
export interface ActivitiesInHand {
  /**
   * Whether this turn is to handle it. Waits while another turn has it in hand: it is done in the end, or its process
   * has died and this one takes over.
   */
  take(context: TurnContext): Promise<boolean>;
  /** Whether it was never seen: for what changes nothing, and so need not be handled again where a process dies. */
  seeFirst(context: TurnContext): Promise<boolean>;
  /** What its turn has in hand now, to be done with what the turn stores. */
  of(context: TurnContext): InHand | undefined;
  /** It is done with what was stored. */
  finished(context: TurnContext): void;
  /** It is done, where that was not stored with anything else. */
  finish(context: TurnContext): Promise<void>;
  /** Its press is about to be answered: from here on the work is carried on even if this process dies. */
  keep(context: TurnContext): Promise<void>;
  /** The turn has ended, whatever became of it. */
  letGo(context: TurnContext): void;
}

interface Deps {
  readonly inbox: Inbox;
  readonly clock: Clock;
  readonly log: Log;
  readonly newHolder: () => string;
  /** After so long without a word of its turn an activity may be taken by another. */
  readonly leaseMs?: number;
  readonly pollMs?: number;
}

interface Hand {
  readonly inHand: InHand;
  readonly beat: NodeJS.Timeout;
  finished: boolean;
}

/** Long against the difference between two hosts' clocks, short for somebody whose press is delivered again. */
const usualLeaseMs = 10_000;
const usualPollMs = 200;

export function createActivitiesInHand(deps: Deps): ActivitiesInHand {
  const { clock, inbox, leaseMs = usualLeaseMs, log, pollMs = usualPollMs } = deps;
  const hands = new WeakMap<TurnContext, Hand>();
  const seen = new WeakSet<TurnContext>();
  const until = () => clock() + leaseMs;

  /** Undefined where the activity has no id: then nobody can tell it from another. */
  function handOf(context: TurnContext): Hand | undefined {
    const known = hands.get(context);
    const { conversation, id } = context.activity;
    if (known !== undefined || !id) return known;
    const inHand = { conversationId: conversation.id, activityId: id, holder: deps.newHolder() };
    const beat = setInterval(() => {
      inbox.hold(inHand, until()).catch((thrown: unknown) => {
        log.warn({ err: thrown }, 'an activity could not be kept in hand');
      });
    }, leaseMs / 3);
    const hand = { inHand, beat: beat.unref(), finished: false };
    hands.set(context, hand);
    return hand;
  }

  return {
    async take(context) {
      const hand = handOf(context);
      if (hand === undefined) return true;
      for (;;) {
        const outcome = await inbox.take(hand.inHand, until());
        // Not ours to finish.
        hand.finished = outcome === 'done';
        if (outcome !== 'heldByAnother') return outcome === 'taken';
        await sleep(pollMs);
      }
    },
    async seeFirst(context) {
      const { conversation, id } = context.activity;
      // Without an id, or the same turn run again.
      if (!id || seen.has(context)) return true;
      const first = await inbox.seen({ conversationId: conversation.id, activityId: id });
      if (first) seen.add(context);
      return first;
    },
    of: (context) => openHand(hands.get(context))?.inHand,
    finished(context) {
      const hand = hands.get(context);
      if (hand !== undefined) hand.finished = true;
    },
    async finish(context) {
      const hand = openHand(hands.get(context));
      if (hand === undefined) return;
      await inbox.finish(hand.inHand);
      hand.finished = true;
    },
    async keep(context) {
      const hand = openHand(handOf(context));
      if (hand === undefined) return;
      const dueAt = until();
      const job = carryOnJob(hand.inHand, dueAt);
      await inbox.keep(hand.inHand, dueAt, { body: JSON.stringify(context.activity), job });
    },
    letGo(context) {
      clearInterval(hands.get(context)?.beat);
    },
  };
}

function openHand(hand: Hand | undefined): Hand | undefined {
  return hand?.finished === true ? undefined : hand;
}
