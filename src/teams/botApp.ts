import { ActivityTypes, type TurnContext } from 'botbuilder';
import type { TurnState } from '@microsoft/teams-ai/lib/TurnState';
import type { Language } from '../cases/language';
import { chooseLanguage } from '../conversation/chooseLanguage';
import { speakerOf, type Speaker } from '../conversation/speaker';
import { conversationText } from '../text/conversationText';
import { rememberConversation } from '../usecases/rememberConversation';
import { answerInvoke, isActionExecute } from './answerInvoke';
import { isOnlyLooking } from './cardActions';
import { handleCardAction } from './handleCardAction';
import { handleMessage } from './handleMessage';
import { QuietApplication } from './quietApplication';
import { type BotAppDeps, say, type Turn } from './turn';

/** The routing table of the bot: who is speaking, where, and which part of it takes the turn. */
export function createBotApp(deps: BotAppDeps): QuietApplication {
  const app = new QuietApplication({
    storage: deps.storage,
    removeRecipientMention: true,
    startTypingTimer: false,
  });
  app.turn('beforeTurn', (context) => takenUp(deps, context));
  app.turn('afterTurn', (context, state) => saveAsDone(deps, context, state));
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

/**
 * A re-delivered activity is handled once, over restarts and instances; and again where the process died before it was
 * done (SECURITY S10). Whoever only looks presses once more.
 */
async function takenUp({ log, inHand }: BotAppDeps, context: TurnContext): Promise<boolean> {
  const looks = isActionExecute(context.activity) && isOnlyLooking(context.activity.value);
  if (await (looks ? inHand.seeFirst(context) : inHand.take(context))) return true;
  log.info({ activityType: context.activity.type }, 'activity delivered again, not handled again');
  if (isActionExecute(context.activity)) {
    const { locale } = context.activity;
    const text = conversationText[chooseLanguage('', undefined, locale)].alreadyHandled;
    await answerInvoke(context, { kind: 'message', text });
  }
  return false;
}

/**
 * Saves in the place of teams-ai: with what the turn stores its activity is done, both or neither. A turn that stores
 * nothing is done once it has said what it had to say.
 */
async function saveAsDone(
  { inHand, storage }: BotAppDeps,
  context: TurnContext,
  state: TurnState,
): Promise<boolean> {
  await state.save(context, {
    read: (keys) => storage.read(keys),
    delete: (keys) => storage.delete(keys),
    async write(changes) {
      await storage.write(changes, inHand.of(context));
      inHand.finished(context);
    },
  });
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
  const choose = (chosen: Language | undefined) => chooseLanguage(text, chosen, speaker.locale);
  const { chosenLanguage, language } =
    place === 'personal'
      ? await rememberConversation(deps, { address, personId }, choose)
      : { chosenLanguage: undefined, language: choose(undefined) };
  await handle(deps, { context, state, speaker, place, language, chosenLanguage }, text);
}

/** Once: who has written already, or installs the app again, is in the middle of something. */
async function welcome(_deps: BotAppDeps, turn: Turn): Promise<void> {
  const isNew = turn.chosenLanguage === undefined;
  if (turn.place === 'personal' && isNew) await say(turn, conversationText[turn.language].welcome);
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
