import type { TurnContext } from 'botbuilder';
import { isFault } from '../faults';
import type { Log } from '../log';
import { holdReplies } from './holdReplies';
import { turnIdOf } from './turnId';

interface Deps {
  /** Stores what the turn came to before it ends. */
  readonly run: (context: TurnContext) => Promise<boolean>;
  readonly log: Log;
}

/**
 * Runs a turn, once more from what is stored by then where another instance wrote the same conversation first. Who loses
 * again is told so: the error goes on. What the turn says is sent once the turn is stored.
 */
export async function runOverConflict(deps: Deps, context: TurnContext): Promise<void> {
  try {
    await runAndSay(deps, context);
  } catch (thrown) {
    if (!isFault(thrown, 'store-conflict')) throw thrown;
    deps.log.warn({ turnId: turnIdOf(context) }, 'turn run again: its conversation was changed meanwhile');
    await runAndSay(deps, context);
  }
}

async function runAndSay({ run }: Deps, context: TurnContext): Promise<void> {
  const replies = holdReplies(context);
  try {
    await run(context);
  } catch (thrown) {
    replies.forget();
    throw thrown;
  }
  await replies.release();
}
