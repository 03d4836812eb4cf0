import type { TurnContext } from 'botbuilder';
import { DialogSet, DialogTurnStatus } from 'botbuilder-dialogs';
import type { TurnState } from '@microsoft/teams-ai/lib/TurnState';
import { z } from 'zod/v4';
import { createReplies, type RepliesDeps } from '../conversation/replies';
import {
  TriageDialog,
  triageDialogId,
  type TriageDialogDeps,
  type TriageTurn,
} from '../conversation/triageDialog';
import { inCase } from '../telemetry';
import { sha256 } from '../usecases/sha256';
import { answerInvoke } from './answerInvoke';
import { dialogStateOf } from './dialogState';

/** Gives a turn to the triage dialog: on with the one that is open, or a new one. */
export type RunTriage = (
  context: TurnContext,
  state: TurnState,
  turn: Omit<TriageTurn, 'newCaseId'>,
) => Promise<void>;

export type RunTriageDeps = Omit<TriageDialogDeps, 'replies'> & Omit<RepliesDeps, 'answerInvoke'>;

/** Under this the SDK keeps how a dialog's memory is looked up: the same for all turns, and dear to make in each. */
const memoryKey = 'DialogStateManagerConfiguration';
const caseOfState = z.looseObject({ caseId: z.string() });

/** The dialog keeps its state in teams-ai's conversation state, and with it in the store: a restart goes on where it was. */
export function createRunTriage(deps: RunTriageDeps): RunTriage {
  const replies = createReplies({
    ...deps,
    answerInvoke: (context, answer) =>
      answerInvoke(context, 'card' in answer ? { kind: 'card', ...answer } : { kind: 'message', ...answer }),
  });
  const turns = new WeakMap<TurnContext, TriageTurn>();
  let memory: unknown;
  const dialog = new TriageDialog({ ...deps, replies }, ({ context }) => {
    const turn = turns.get(context);
    if (turn === undefined) throw new Error('the triage dialog runs only in a turn that was given to it');
    return turn;
  });
  return async (context, state, turn) => {
    const newCaseId = caseIdOf(context) ?? deps.random.id();
    turns.set(context, { ...turn, newCaseId });
    const dialogs = new DialogSet(dialogStateOf(state));
    dialogs.add(dialog);
    if (memory !== undefined) context.turnState.set(memoryKey, memory);
    const dialogContext = await dialogs.createContext(context);
    memory ??= context.turnState.get(memoryKey);
    const { activeDialog } = dialogContext;
    const known = activeDialog && caseOfState.safeParse(activeDialog.state).data;
    const caseId = known?.caseId ?? newCaseId;
    await inCase(caseId, 'triage', { said: turn.input.kind }, async () => {
      const { status } = await dialogContext.continueDialog();
      if (status === DialogTurnStatus.empty) await dialogContext.beginDialog(triageDialogId);
    });
  };
}

/** The same in each turn of the same activity: a turn that is run again opens no second case. */
function caseIdOf({ activity: { conversation, id } }: TurnContext): string | undefined {
  if (!id) return undefined;
  const digest = sha256(`case ${conversation.id} ${id}`);
  // As a UUID made from something, version 8 of RFC 9562.
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `8${digest.slice(13, 16)}`,
    `8${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ].join('-');
}
