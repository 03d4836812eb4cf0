import { ActivityTypes, type TurnContext } from 'botbuilder';
import type { Language } from '../cases/language';
import { speakerOf } from '../conversation/speaker';
import { Fault, isFault } from '../faults';
import type { Log } from '../log';
import type { ConversationAddress } from '../ports/messenger';
import { answerEarly, answerInvoke, isActionExecute, isAnswered } from './answerInvoke';
import type { ActivitiesInHand } from './activityInHand';
import type { BotAdapter, HttpAnswer } from './botAdapter';
import { edgeTexts, languageOf } from './edgeTexts';
import { isOnlyLooking } from './cardActions';
import { runOverConflict } from './runOverConflict';
import type { AdmittedActivity } from './gate';
import { readActivity } from './incomingActivity';
import { inSpan } from '../telemetry';
import { setTurnId, turnIdOf } from './turnId';
import type { TurnOutcome, TurnQueue } from './turnQueue';

/** Takes an activity that the gate admitted to its answer. */
export type ProcessActivity = (admitted: AdmittedActivity) => Promise<HttpAnswer>;

export interface ActivityProcess {
  readonly process: ProcessActivity;
  /** Carries on with one that was kept when its press was answered: what it answers goes out as a message. */
  readonly resume: (activity: unknown) => Promise<TurnOutcome>;
}

/** Teams wants a pressed button answered in about three seconds; a person should not wait for one (SECURITY S22). */
export const pressAnsweredWithinMs = 800;

interface ProcessActivityDeps {
  readonly adapter: BotAdapter;
  readonly queue: TurnQueue;
  /** The bot: teams-ai's `Application.run`. False where no route wanted the activity. */
  readonly run: (context: TurnContext) => Promise<boolean>;
  readonly inHand: ActivitiesInHand;
  readonly log: Log;
  readonly newTurnId: () => string;
  /** Called where Teams did not take what a turn said: it is said later. */
  readonly undelivered?: (reply: {
    readonly address: ConversationAddress;
    readonly language: Language;
    readonly activityId: string;
  }) => Promise<void>;
  /** After this a pressed button is answered though its turn still works. */
  readonly answerWithinMs?: number;
}

/** Joins adapter, queue and bot, and makes them the one place where a turn's errors end. */
export function createProcessActivity(deps: ProcessActivityDeps): ActivityProcess {
  deps.adapter.onTurnError = (context, error) => apologise(deps, context, error);
  return {
    process: (admitted) =>
      new Promise((resolve, reject) => {
        const whole = deps.adapter.answer(admitted, async (context) => {
          const turn = { over: false };
          const patience = setTimeout(() => {
            void answerMeanwhile(deps, context, turn, resolve);
          }, deps.answerWithinMs ?? pressAnsweredWithinMs);
          const outcome = await wholeTurn(deps, context).finally(() => {
            turn.over = true;
            clearTimeout(patience);
          });
          if (outcome !== 'done') await sayBusy(context, outcome, deps.log);
        });
        whole.then(resolve, reject); // without effect where the button was answered already
      }),
    async resume(kept) {
      const read = readActivity(kept);
      if (read === undefined) throw new Fault('store-unreadable', 'a kept activity is none');
      let outcome: TurnOutcome = 'done';
      await deps.adapter.again(read.activity, async (context) => {
        workingAnswer(context); // was given by the turn that this one takes the place of
        outcome = await wholeTurn(deps, context);
      });
      return outcome;
    },
  };
}

function wholeTurn(deps: ProcessActivityDeps, context: TurnContext): Promise<TurnOutcome> {
  setTurnId(context, deps.newTurnId());
  const { type } = context.activity;
  return inSpan('turn', { type }, () => takeTurn(deps, context)).finally(() => {
    deps.inHand.letGo(context);
  });
}

function takeTurn(deps: ProcessActivityDeps, context: TurnContext): Promise<TurnOutcome> {
  return deps.queue.run(laneOf(context), async () => {
    await runOverConflict(deps, context);
    await answerUnansweredButton(context);
    await deps.inHand.finish(context);
  });
}

/**
 * A press whose turn takes long is answered meanwhile; once that is said, the work is done whatever happens to this
 * process. Where it cannot be kept, the turn's own answer is waited for.
 */
async function answerMeanwhile(
  { inHand, log }: ProcessActivityDeps,
  context: TurnContext,
  turn: { readonly over: boolean },
  answer: (early: HttpAnswer) => void,
): Promise<void> {
  const { activity } = context;
  if (!isActionExecute(activity) || isOnlyLooking(activity.value)) return;
  const turnId = turnIdOf(context);
  try {
    await inHand.keep(context);
    // Its context is good for nothing once it is over; it has answered by then.
    if (!turn.over) answer(workingAnswer(context));
  } catch (thrown) {
    log.warn({ turnId, err: thrown }, 'a press could not be kept; its turn answers it');
  }
}

/** Sixty people's views at once change nothing and must not keep a press waiting: each person has a lane for them. */
function laneOf({ activity }: TurnContext): string {
  const { conversation, from } = activity;
  const looks = isActionExecute(activity) && isOnlyLooking(activity.value);
  return looks ? `view ${conversation.id} ${from.id}` : conversation.id;
}

/** A slow Graph must not keep a button waiting until Teams gives up; the turn itself goes on (SECURITY S22). */
function workingAnswer(context: TurnContext): HttpAnswer {
  return answerEarly(context, edgeTexts.working[languageOf(context.activity)]);
}

/** teams-ai leaves a verb that it doesn't know unanswered, which the adapter would make a 501. */
async function answerUnansweredButton(context: TurnContext): Promise<void> {
  if (!isActionExecute(context.activity) || isAnswered(context)) return;
  const text = edgeTexts.unknownButton[languageOf(context.activity)];
  await answerInvoke(context, { kind: 'refusal', status: 400, text });
}

async function sayBusy(context: TurnContext, outcome: string, log: Log): Promise<void> {
  log.warn({ turnId: turnIdOf(context), outcome }, 'turn refused');
  await say(context, edgeTexts.busy[languageOf(context.activity)], 429);
}

/**
 * A bug or a fault that nobody expected. The person hears of it; what was stored before stays as it was, and the
 * activity is done: whoever was told to try again does so.
 */
async function apologise(deps: ProcessActivityDeps, context: TurnContext, error: Error): Promise<void> {
  await sayWhatFailed(deps, context, error);
  await deps.inHand.finish(context).catch((thrown: unknown) => {
    deps.log.warn(
      { turnId: turnIdOf(context), err: thrown },
      'a failed activity could not be marked as done',
    );
  });
}

async function sayWhatFailed(deps: ProcessActivityDeps, context: TurnContext, error: Error): Promise<void> {
  const turnId = turnIdOf(context);
  deps.log.error(
    { turnId, type: context.activity.type, name: context.activity.name, err: error },
    'turn failed',
  );
  const speaker = speakerOf(context.activity);
  const notTaken = isFault(error, 'teams-unreachable') || isFault(error, 'teams-throttled');
  if (notTaken && speaker !== undefined && deps.undelivered !== undefined) {
    const { address } = speaker;
    const activityId = context.activity.id ?? turnId;
    await deps.undelivered({ address, language: languageOf(context.activity), activityId });
    return;
  }
  const language = languageOf(context.activity);
  if (isFault(error, 'store-unavailable')) await say(context, edgeTexts.storeGone[language], 500);
  else if (isFault(error, 'store-conflict')) await say(context, edgeTexts.busy[language], 429);
  else await say(context, edgeTexts.failed(turnId)[language], 500);
}

const invoke: string = ActivityTypes.Invoke;
const message: string = ActivityTypes.Message;

/** Says something the way the activity can be answered: a card's button on the card, a message in the chat. */
async function say(context: TurnContext, text: string, status: 429 | 500): Promise<void> {
  const { activity } = context;
  const type: string = activity.type;
  if (isActionExecute(activity)) {
    // As a message: Teams shows its text under the card, and of a refusal only that something went wrong.
    await answerInvoke(context, { kind: 'message', text });
  } else if (type === invoke) {
    await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status } });
  } else if (type === message) {
    await context.sendActivity({ type: ActivityTypes.Message, text });
  }
}
