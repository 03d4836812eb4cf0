import { ActivityTypes, CardFactory, MessageFactory, type TurnContext } from 'botbuilder';
import { answeredCard, pressedCard } from '../cards/answeredCard';
import { diagnosisCard } from '../cards/diagnosisCard';
import type { Card, CardTemplates } from '../cards/loadTemplates';
import { questionCard } from '../cards/questionCard';
import type { Language } from '../cases/language';
import { isRemedyKind, type RemedyKind } from '../cases/remedyPlan';
import { incidentText } from '../text/incidentText';
import { conversationText, type ConversationText } from '../text/conversationText';
import { remedyText } from '../text/remedyText';
import type { Knowledge } from '../triage/knowledge';
import { observationText } from '../triage/observationText';
import { understoodBy } from './forget';
import type { Press } from './input';
import { remediesOffered } from './remediesOffered';
import type { TriageState } from './triageState';
import type { Reply, Saying } from './turn';

/** SECURITY and DESIGN: at most six questions a case. */
const mostQuestions = 6;

/** What a pressed button is called, for the card that takes its place. */
const pressLabels = {
  back: 'back',
  restart: 'restart',
  person: 'person',
  helpedYes: 'helpedYes',
  helpedNo: 'helpedNo',
} as const satisfies Record<Exclude<Press, RemedyKind>, keyof ConversationText>;

function pressLabel(press: Press, language: Language): string {
  return isRemedyKind(press)
    ? remedyText[language][press].askFor
    : conversationText[language][pressLabels[press]];
}

/** What answers an invoke: a card that takes the place of the pressed one, or words shown under it. */
export type InvokeAnswer = { readonly card: Card } | { readonly text: string };

export interface RepliesDeps {
  readonly templates: CardTemplates;
  readonly knowledge: Knowledge;
  readonly answerInvoke: (context: TurnContext, answer: InvokeAnswer) => Promise<void>;
  /** YYYY-MM-DD of now: advice ages. */
  readonly today: () => string;
  readonly telecomProvider: boolean;
}

/** Puts what the conversation decided into messages and cards. */
export interface Replies {
  say(context: TurnContext, saying: Saying, language: Language): Promise<void>;
  tell(context: TurnContext, text: string): Promise<void>;
  show(context: TurnContext, state: TriageState, replies: readonly Reply[]): Promise<void>;
}

/** Builds the one that speaks; everything it needs is plain data and the card templates. */
export function createReplies(deps: RepliesDeps): Replies {
  const tell = async (context: TurnContext, text: string): Promise<void> => {
    // An invoke has to be answered: its first words go under the pressed card, later ones are messages.
    if (waitsForAnswer(context)) await answer(deps, context, { text });
    else await context.sendActivity(MessageFactory.text(text));
  };
  return {
    tell,
    say: (context, saying, language) => tell(context, conversationText[language][saying]),
    show: async (context, state, replies) => {
      for (const reply of replies) await showOne(deps, tell, context, state, reply);
    },
  };
}

async function showOne(
  deps: RepliesDeps,
  tell: Replies['tell'],
  context: TurnContext,
  state: TriageState,
  reply: Reply,
): Promise<void> {
  const { language } = state;
  const text = conversationText[language];
  switch (reply.kind) {
    case 'say':
      return tell(context, text[reply.saying]);
    case 'withStaff':
      return tell(context, text.withStaff(state.caseNumber));
    case 'incident':
      return tell(context, incidentText[language].begins(reply.number));
    case 'question':
    case 'diagnosis':
      return send(context, cardOf(deps, state, reply));
    case 'answered':
      return replace(deps, context, answeredCard(deps.templates, deps.knowledge, reply.answers, language));
    case 'forgotten': {
      const told = observationText(deps.knowledge, reply.observation, language);
      return replace(deps, context, pressedCard(deps.templates, text.forgetTooltip(told), language));
    }
    case 'pressed':
      return replace(deps, context, pressedCard(deps.templates, pressLabel(reply.press, language), language));
  }
}

function cardOf(
  deps: RepliesDeps,
  state: TriageState,
  reply: Extract<Reply, { kind: 'question' | 'diagnosis' }>,
): Card {
  const { caseId, language, progress } = state;
  if (reply.kind === 'question') {
    return questionCard(deps.templates, deps.knowledge, {
      findings: reply.findings,
      caseId,
      language,
      asked: progress.asked.length,
      most: mostQuestions,
      understood: progress.asked.length === 0 ? understoodBy(progress.observations) : [],
      known: progress.observations,
    });
  }
  return diagnosisCard(deps.templates, deps.knowledge, {
    caseId,
    language,
    assessment: reply.assessment,
    rank: reply.rank,
    observations: progress.observations,
    remedies: remediesOffered(reply.assessment, progress.observations, state.incidentId !== undefined),
    today: deps.today(),
    telecomProvider: deps.telecomProvider,
  });
}

async function send(context: TurnContext, card: Card): Promise<void> {
  const activity = MessageFactory.attachment(CardFactory.adaptiveCard(card));
  activity.summary = typeof card['fallbackText'] === 'string' ? card['fallbackText'] : '';
  await context.sendActivity(activity);
}

/** Only an invoke's own card can be replaced; a Submit button of an old client leaves its card as it is. */
async function replace(deps: RepliesDeps, context: TurnContext, card: Card): Promise<void> {
  if (waitsForAnswer(context)) await answer(deps, context, { card });
}

const answered = Symbol('the invoke of this turn has its answer');

function waitsForAnswer(context: TurnContext): boolean {
  return isInvoke(context) && context.turnState.get(answered) !== true;
}

function isInvoke(context: TurnContext): boolean {
  const invoke: string = ActivityTypes.Invoke;
  return context.activity.type === invoke;
}

async function answer(deps: RepliesDeps, context: TurnContext, given: InvokeAnswer): Promise<void> {
  context.turnState.set(answered, true);
  await deps.answerInvoke(context, given);
}
