import { ActivityTypes, type Storage, type TurnContext } from 'botbuilder';
import type { TurnState } from '@microsoft/teams-ai/lib/TurnState';
import type { Logger } from 'pino';
import type { Language } from '../cases/language';
import { readRequestCommand } from '../cases/decisionCommand';
import { readFollowCommand } from '../cases/followCommand';
import { readJobCommand } from '../cases/jobCommand';
import { readStaffCommand } from '../cases/staffCommand';
import { chooseLanguage } from '../conversation/chooseLanguage';
import { speakerOf, type Speaker } from '../conversation/speaker';
import type { TriageTurn } from '../conversation/triageDialog';
import type { ConversationAddress } from '../ports/messenger';
import type { Store } from '../ports/store';
import type { Clock } from '../ports/clock';
import { conversationText } from '../text/conversationText';
import type { RequestDeps } from '../usecases/requestDeps';
import { rememberConversation } from '../usecases/rememberConversation';
import { answerConfirm, type ConfirmLinks } from './answerConfirm';
import { answerInvoke, isActionExecute } from './answerInvoke';
import { answerView } from './answerView';
import { readCardAction } from './cardActions';
import { handleFollowCommand } from './handleFollowCommand';
import { handleJobCommand } from './handleJobCommand';
import { handleRequest, type RequestAct } from './handleRequest';
import { QuietApplication } from './quietApplication';
import { handleStaffCommand } from './handleStaffCommand';
import type { RunTriage } from './runTriage';

export interface BotAppDeps extends ConfirmLinks {
  readonly storage: Storage;
  readonly store: Store;
  readonly clock: Clock;
  readonly requests: RequestDeps;
  readonly runTriage: RunTriage;
  readonly staffChannel: ConversationAddress | undefined;
  readonly log: Logger;
}

/** Everything about a turn that its handler needs. */
interface Turn {
  readonly context: TurnContext;
  readonly state: TurnState;
  readonly speaker: Speaker;
  readonly place: 'personal' | 'staffChannel' | 'elsewhere';
  readonly language: Language;
  readonly chosenLanguage: Language | undefined;
}

/** The routing table of the bot: who is speaking, where, and which part of it takes the turn. */
export function createBotApp(deps: BotAppDeps): QuietApplication {
  const app = new QuietApplication({
    storage: deps.storage,
    removeRecipientMention: true,
    startTypingTimer: false,
  });
  app.turn('beforeTurn', (context) => seenFirst(deps, context));
  app.onCardAction((context, state) => withTurn(deps, context, state, '', handleCardAction));
  app.addRoute(
    (context) => Promise.resolve(isA(context, ActivityTypes.Message)),
    (context, state) => withTurn(deps, context, state, textOf(context), handleMessage),
  );
  app.addRoute(
    (context) => Promise.resolve(botWasAdded(context)),
    (context, state) => withTurn(deps, context, state, '', welcome),
  );
  return app;
}

/** A re-delivered activity is handled once, over restarts and instances (SECURITY S10). */
async function seenFirst(deps: BotAppDeps, context: TurnContext): Promise<boolean> {
  const { conversation, id } = context.activity;
  if (!id) return true;
  const first = await deps.store.transaction((tx) => tx.activities.firstSeen(conversation.id, id));
  if (first) return true;
  deps.log.info({ activityType: context.activity.type }, 'activity delivered again, not handled again');
  if (isActionExecute(context.activity)) {
    const { locale } = context.activity;
    const text = conversationText[chooseLanguage('', undefined, locale)].alreadyHandled;
    await answerInvoke(context, { kind: 'message', text });
  }
  return false;
}

async function withTurn(
  deps: BotAppDeps,
  context: TurnContext,
  state: TurnState,
  text: string,
  handle: (deps: BotAppDeps, turn: Turn, text: string) => Promise<void>,
): Promise<void> {
  const speaker = speakerOf(context.activity);
  // The gate lets through installations whose sender has no object id; there is nobody to talk to then.
  if (speaker === undefined) return;
  const place = placeOf(deps, speaker);
  const { address, personId } = speaker;
  const chosenLanguage =
    place === 'personal' ? await rememberConversation(deps, { address, personId }) : undefined;
  const language = chooseLanguage(text, chosenLanguage, speaker.locale);
  if (place === 'personal' && language !== chosenLanguage) {
    await rememberConversation(deps, { address, personId, language });
  }
  await handle(deps, { context, state, speaker, place, language, chosenLanguage }, text);
}

async function handleMessage(deps: BotAppDeps, turn: Turn, text: string): Promise<void> {
  const words = conversationText[turn.language];
  if (turn.place === 'elsewhere') return say(turn, words.personalChatOnly);
  const command = readRequestCommand(text);
  if (command !== undefined) {
    const { confirm, words: said } = await handleRequest(
      deps.requests,
      speaking(turn),
      command,
      turn.language,
    );
    return confirm === undefined
      ? say(turn, said)
      : answerConfirm(deps, turn.context, confirm, turn.language);
  }
  const staffCommand = readStaffCommand(text);
  if (staffCommand !== undefined)
    return say(turn, await handleStaffCommand(deps.requests, speaking(turn), staffCommand, turn.language));
  const follow = readFollowCommand(text);
  if (follow !== undefined)
    return say(turn, await handleFollowCommand(deps.requests, speaking(turn), follow, turn.language));
  if (turn.place === 'staffChannel') {
    const aboutJobs = readJobCommand(text);
    if (aboutJobs === undefined) return say(turn, words.staffHelp);
    return say(turn, await handleJobCommand(deps, aboutJobs, turn.speaker.personId, turn.language));
  }
  // A picture or a file alone: there is nothing to read in it.
  if (text === '') return say(turn, words.help);
  await deps.runTriage(turn.context, turn.state, triageTurn(turn, { kind: 'said', text }));
}

async function handleCardAction(deps: BotAppDeps, turn: Turn): Promise<void> {
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
    case 'triage':
      if (turn.place !== 'personal') {
        return answerInvoke(turn.context, { kind: 'refusal', status: 403, text: words.personalChatOnly });
      }
      return deps.runTriage(turn.context, turn.state, triageTurn(turn, pressed.input));
  }
}

/** A pressed button names its request by its card's token, on that very message. */
function onItsMessage(turn: Turn, pressed: RequestAct): RequestAct {
  if (pressed.kind === 'notMe') return pressed;
  return { ...pressed, reference: { ...pressed.reference, activityId: turn.context.activity.replyToId } };
}

/** Once: who has written already, or installs the app again, is in the middle of something. */
async function welcome(_deps: BotAppDeps, turn: Turn): Promise<void> {
  const isNew = turn.chosenLanguage === undefined;
  if (turn.place === 'personal' && isNew) await say(turn, conversationText[turn.language].welcome);
}

function speaking(turn: Turn): Speaker & { readonly inStaffChannel: boolean } {
  return { ...turn.speaker, inStaffChannel: turn.place === 'staffChannel' };
}

function triageTurn(turn: Turn, input: TriageTurn['input']): TriageTurn {
  return { speaker: turn.speaker, input, chosenLanguage: turn.chosenLanguage };
}

async function say(turn: Turn, text: string): Promise<void> {
  await turn.context.sendActivity(text);
}

/** A channel's thread belongs to the channel: `19:…@thread.tacv2;messageid=…`. */
function placeOf(deps: BotAppDeps, { address }: Speaker): Turn['place'] {
  if (address.kind === 'personal') return 'personal';
  const channel = deps.staffChannel?.conversationId;
  const here = address.conversationId.split(';', 1)[0];
  return channel !== undefined && here === channel ? 'staffChannel' : 'elsewhere';
}

function botWasAdded(context: TurnContext): boolean {
  const { activity } = context;
  const added = activity.membersAdded ?? [];
  return (
    isA(context, ActivityTypes.ConversationUpdate) && added.some(({ id }) => id === activity.recipient.id)
  );
}

function isA(context: TurnContext, type: string): boolean {
  return context.activity.type === type;
}

/** The SDK's type says that a message has a text; one that carries only a value has none. */
function textOf(context: TurnContext): string {
  const text: unknown = context.activity.text;
  return typeof text === 'string' ? text.trim() : '';
}
