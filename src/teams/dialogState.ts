import type { TurnState } from '@microsoft/teams-ai/lib/TurnState';
import type { StatePropertyAccessor } from 'botbuilder';
import type { DialogState } from 'botbuilder-dialogs';
import { z } from 'zod/v4';

const dialogStateSchema = z.object({
  dialogStack: z.array(z.object({ id: z.string(), state: z.unknown() })),
});
const property = 'dialogState';

/**
 * Keeps the dialog's stack, and nothing else, in the conversation's state. teams-ai's own `TurnStateProperty` takes the
 * turn's context for the default value, so that the first activity of a conversation, the person's words in it, would
 * be stored for good (SECURITY S13).
 */
export function dialogStateOf(state: TurnState): StatePropertyAccessor<DialogState> {
  const scope = state.getScope('conversation');
  if (scope === undefined) throw new Error('a turn state has a conversation scope');
  const values: Record<string, unknown> = scope.value;
  const keep = (kept: DialogState): DialogState => (values[property] = kept);
  return {
    get() {
      // Also drops what an earlier version stored beside the stack.
      // The stack is changed in place: each conversation gets one of its own, never a shared default.
      return Promise.resolve(keep(dialogStateSchema.parse(values[property] ?? { dialogStack: [] })));
    },
    set(_context, kept) {
      keep(kept);
      return Promise.resolve();
    },
    delete() {
      values[property] = undefined;
      return Promise.resolve();
    },
  };
}
