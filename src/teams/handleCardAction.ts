import { caseText } from '../text/caseText';
import { conversationText } from '../text/conversationText';
import { directorySilent } from '../usecases/directorySilent';
import { answerConfirm } from './answerConfirm';
import { answerInvoke } from './answerInvoke';
import { answerView } from './answerView';
import { type CaseButton, readCardAction } from './cardActions';
import { ownedCaseOf } from './caseTurn';
import { actOnCase, handOnTo } from './handleCaseCommand';
import { handleFollowCommand } from './handleFollowCommand';
import { handleRequest, type RequestAct } from './handleRequest';
import { type BotAppDeps, speaking, triageTurn, type Turn } from './turn';

/** A pressed button. */
export async function handleCardAction(deps: BotAppDeps, turn: Turn): Promise<void> {
  const pressed = readCardAction(turn.context.activity.value);
  const words = conversationText[turn.language];
  switch (pressed.kind) {
    case 'unknownVerb':
    case 'malformed':
    case 'unpressed':
      deps.log.warn({ why: pressed.kind, personId: turn.speaker.personId }, 'card action refused');
      return answerInvoke(turn.context, { kind: 'refusal', status: 400, text: words.unknownCardAction });
    case 'view': {
      const { token } = pressed.reference;
      const message = { token, activityId: turn.context.activity.replyToId };
      return answerView(deps, turn.context, speaking(turn), message, turn.language);
    }
    case 'decision':
    case 'prove':
    case 'vouch':
    case 'vouchNot':
    case 'notMe': {
      // What came of it is said at once; the posted cards are edited by the job that the decision wrote.
      const outcome = await handleRequest(
        deps.requests,
        speaking(turn),
        onItsMessage(turn, pressed),
        turn.language,
      );
      if (outcome.confirm !== undefined)
        return answerConfirm(deps, turn.context, outcome.confirm, turn.language);
      return answerInvoke(turn.context, { kind: 'message', text: outcome.words });
    }
    case 'follow': {
      const asked = handleFollowCommand(deps.requests, speaking(turn), pressed.command, turn.language);
      return answerInvoke(turn.context, { kind: 'message', text: await asked });
    }
    case 'case':
      return handleCaseButton(deps, turn, pressed);
    case 'triage': {
      if (turn.place !== 'personal') {
        return answerInvoke(turn.context, { kind: 'refusal', status: 403, text: words.personalChatOnly });
      }
      const owned = await ownedCaseOf(deps, turn.speaker.personId);
      if (owned !== undefined) {
        const text = caseText[turn.language].person.personHasIt(owned.handoff?.owner?.name ?? '');
        return answerInvoke(turn.context, { kind: 'message', text });
      }
      return deps.runTriage(turn.context, turn.state, triageTurn(turn, pressed.input));
    }
  }
}

/** Only in the staff channel, and only for the case whose card was pressed. */
async function handleCaseButton(
  deps: BotAppDeps,
  turn: Turn,
  { act, to }: { readonly act: CaseButton; readonly to: string },
): Promise<void> {
  const { context, language } = turn;
  if (turn.place !== 'staffChannel') {
    const text = conversationText[language].personalChatOnly;
    return answerInvoke(context, { kind: 'refusal', status: 403, text });
  }
  const reference = { threadId: context.activity.replyToId };
  const done =
    act === 'handOn'
      ? handOnTo(deps, speaking(turn), reference, to, language)
      : actOnCase(deps, speaking(turn), reference, { kind: act }, language);
  const outcome = await done.catch(directorySilent(deps.log));
  const text = outcome === 'directorySilent' ? conversationText[language].directorySilent : outcome;
  await answerInvoke(context, { kind: 'message', text });
}

/** A pressed button names its request by its card's token, on that very message. */
function onItsMessage(turn: Turn, pressed: RequestAct): RequestAct {
  if (pressed.kind === 'notMe') return pressed;
  return { ...pressed, reference: { ...pressed.reference, activityId: turn.context.activity.replyToId } };
}
