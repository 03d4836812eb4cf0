import type { Language } from '../cases/language';
import type { RemedyKind } from '../cases/remedyPlan';
import { remedyText } from '../text/remedyText';
import { conversationText, type ConversationText } from '../text/conversationText';
import { adviceFor } from '../triage/adviceFor';
import type { Assessment, RankedCause } from '../triage/assessment';
import { causeText } from '../triage/causeText';
import type { Observation } from '../triage/observation';
import { observationText } from '../triage/observationText';
import type { Knowledge } from '../triage/knowledge';
import { routeText } from '../triage/routeText';
import type { Card, CardTemplates } from './loadTemplates';

/** Causes less likely than this are not worth a stressed person's attention. */
const worthNaming = 0.08;
/** More doubts than these only unsettle. */
const mostAgainst = 3;

export interface Diagnosis {
  readonly caseId: string;
  readonly language: Language;
  readonly assessment: Assessment;
  /** 0 shows the likeliest cause, 1 the next one, after "that did not help". */
  readonly rank: number;
  readonly observations: readonly Observation[];
  readonly remedies: readonly RemedyKind[];
  /** YYYY-MM-DD: advice ages. */
  readonly today: string;
  /** The tenant keeps SMS and voice through a telecom provider of its own. */
  readonly telecomProvider: boolean;
}

/** The card that says what is most likely wrong, why, what to do and who can help. */
export function diagnosisCard(templates: CardTemplates, knowledge: Knowledge, diagnosis: Diagnosis): Card {
  const { assessment, language, rank } = diagnosis;
  const text = conversationText[language];
  const shown = assessment.causes[rank] ?? assessment.causes[0];
  if (shown === undefined) throw new Error('an assessment ranks every cause');
  const cause = causeText(knowledge, shown.cause, language);
  const route = routeText(knowledge, assessment.route, language);
  return templates.fill('diagnosis', {
    lang: language,
    fallback: `${text.diagnosisHeading}: ${cause.name}. ${route.name}`,
    heading: text.diagnosisHeading,
    cause: cause.name,
    explanation: cause.explanation,
    warning: assessment.redFlags.length > 0 ? text.securityFirst : '',
    stepsHeading: text.stepsHeading,
    steps: steps(knowledge, diagnosis, shown),
    nextHeading: text.nextHeading,
    route: `${route.name} — ${route.explanation}`,
    becauseHeading: text.becauseHeading,
    because: told(knowledge, shown.spokeFor, language, text),
    againstHeading: text.againstHeading,
    against: told(knowledge, shown.spokeAgainst.slice(0, mostAgainst), language, text),
    others: others(knowledge, assessment, shown, language, text),
    didItHelp: text.didItHelp,
    commandHint: text.commandHint,
    ...buttons(diagnosis, text),
  });
}

/** Each button carries what was concluded, for tests from outside; on a press the server reads its own record instead. */
function buttons({ assessment, caseId, language, remedies }: Diagnosis, text: ConversationText) {
  const concluded = {
    case: caseId,
    causes: assessment.causes.slice(0, 5).map(({ cause }) => cause),
    route: assessment.route,
  };
  return {
    remedies: remedies.map((remedy, place) => ({
      title: remedyText[language][remedy].askFor,
      style: place === 0 ? 'positive' : 'default',
      data: { ...concluded, remedy },
    })),
    actions: [
      { title: text.helpedYes, verb: 'triage/helped', data: { ...concluded, value: 'true' } },
      { title: text.helpedNo, verb: 'triage/helped', data: { ...concluded, value: 'false' } },
      { title: text.person, verb: 'triage/person', data: concluded },
      { title: text.back, verb: 'triage/back', data: concluded },
      { title: text.restart, verb: 'triage/restart', data: concluded },
    ],
  };
}

function steps(knowledge: Knowledge, diagnosis: Diagnosis, shown: RankedCause): readonly object[] {
  const { assessment, language, observations, telecomProvider, today } = diagnosis;
  const advice = adviceFor(knowledge, {
    cause: shown.cause,
    route: assessment.route,
    observations,
    language,
    today,
    telecomProvider,
  });
  return advice.map((line, place) => ({ number: `${String(place + 1)}.`, text: line }));
}

function told(
  knowledge: Knowledge,
  observations: readonly Observation[],
  language: Language,
  text: ConversationText,
): readonly object[] {
  return observations.map((seen) => {
    const from = seen.origin === 'tenant' ? text.fromTenant : text.fromPerson;
    const parted = language === 'ja' ? `（${from}）` : ` (${from})`;
    return { text: `• ${observationText(knowledge, seen, language)}${parted}` };
  });
}

function others(
  knowledge: Knowledge,
  assessment: Assessment,
  shown: RankedCause,
  language: Language,
  text: ConversationText,
): string {
  const names = assessment.causes
    .slice(0, 3)
    .filter(({ cause, probability }) => cause !== shown.cause && probability >= worthNaming)
    .map(({ cause }) => causeText(knowledge, cause, language).name);
  if (names.length === 0) return '';
  return language === 'ja'
    ? `${text.othersHeading}：${names.join('、')}`
    : `${text.othersHeading}: ${names.join('; ')}`;
}
