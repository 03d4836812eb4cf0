import type { TurnContext } from 'botbuilder';
import { isFault } from '../faults';
import type { Log } from '../log';
import { turnIdOf } from './turnId';

/**
 * Runs a turn, once more from what is stored by then where another instance wrote the same conversation first. Who loses
 * again is told so: the error goes on.
 */
export async function runOverConflict(
  deps: { readonly run: (context: TurnContext) => Promise<boolean>; readonly log: Log },
  context: TurnContext,
): Promise<void> {
  try {
    await deps.run(context);
  } catch (thrown) {
    if (!isFault(thrown, 'store-conflict')) throw thrown;
    deps.log.warn({ turnId: turnIdOf(context) }, 'turn run again: its conversation was changed meanwhile');
    await deps.run(context);
  }
}
