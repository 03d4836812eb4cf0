import type { NewJob } from './store';

/** An activity, as the channel names it. */
export interface Received {
  readonly conversationId: string;
  readonly activityId: string;
}

/** An activity that one turn has in hand. */
export interface InHand extends Received {
  readonly holder: string;
}

/**
 * What came in: handled once, over restarts and instances, and not lost where the process dies in the turn (SECURITY
 * S10). Whoever has an activity in hand says so again before its time is over; from then on another turn may take it.
 */
export interface Inbox {
  /** Takes an activity in hand, unless it is done or another turn has it. */
  take(one: InHand, until: number): Promise<'taken' | 'heldByAnother' | 'done'>;
  /** Keeps it in hand for longer. */
  hold(one: InHand, until: number): Promise<void>;
  /** It is done. False where another turn has it by now, or it was done already. */
  finish(one: InHand): Promise<boolean>;
  /** For what changes nothing: done as soon as it is seen. True the first time. */
  seen(one: Received): Promise<boolean>;
  /**
   * Keeps the activity itself until it is done, and adds the job that carries it on: both, or neither. Nothing where
   * that was done before, or where the activity is done.
   */
  keep(one: InHand, until: number, kept: { readonly body: string; readonly job: NewJob }): Promise<void>;
  /** An activity that was kept and is not done, with the time until which a turn has it in hand. */
  kept(one: Received): Promise<{ readonly body: unknown; readonly until: number } | undefined>;
}
