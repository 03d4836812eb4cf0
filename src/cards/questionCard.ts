import type { Language } from '../cases/language';
import { conversationText } from '../text/conversationText';
import type { Observation } from '../triage/observation';
import { observationText } from '../triage/observationText';
import type { Knowledge } from '../triage/knowledge';
import { questionText } from '../triage/questionText';
import type { Card, CardTemplates } from './loadTemplates';
import { navigationActions } from './navigationActions';

/** Teams draws at most six buttons in a row; "I don't know" is one of them. */
const mostButtons = 5;

export interface Question {
  readonly findings: readonly string[];
  readonly caseId: string;
  readonly language: Language;
  /** How many were asked before this card, and how many may be asked in all. */
  readonly asked: number;
  readonly most: number;
  /** What was read from the person's words, shown with the first question. */
  readonly understood: readonly Observation[];
  /** What is known of anything; of what is asked it is ticked already. */
  readonly known: readonly Observation[];
}

/** The card that asks one finding by buttons or a list, or a few findings at once with one input each. */
export function questionCard(templates: CardTemplates, knowledge: Knowledge, question: Question): Card {
  const { findings, caseId, language } = question;
  const text = conversationText[language];
  const texts = findings.map((finding) => ({ finding, ...questionText(knowledge, finding, language) }));
  const [first] = texts;
  if (first === undefined) throw new Error('a question card asks at least one finding');
  const single = texts.length === 1;
  const byButton = single && !first.many && first.choices.length > 0 && first.choices.length <= mostButtons;
  const inputs = byButton
    ? []
    : texts.map((one) => inputOf(one, single ? 'value' : one.finding, question, single));
  return templates.fill('question', {
    lang: language,
    fallback: texts.map((one) => one.question).join(' '),
    understoodLabel: text.understood,
    forgetHint: text.forgetHint,
    understood: question.understood.map((seen, place) => {
      const told = observationText(knowledge, seen, language);
      return {
        text: `${String(place + 1)}. ${told}`,
        title: text.forget,
        tooltip: text.forgetTooltip(told),
        data: { finding: seen.finding, case: caseId },
      };
    }),
    progress: text.progress(question.asked + 1, question.most),
    question: byButton ? first.question : single ? '' : text.heading,
    choiceInputs: inputs.filter(({ choices }) => choices.length > 0),
    textInputs: inputs.filter(({ choices }) => choices.length === 0),
    why: `${text.why}${language === 'ja' ? '：' : ': '}${texts.map((one) => one.why).join(' ')}`,
    answers: byButton
      ? buttons(first, caseId, language)
      : sending(single ? { finding: first.finding } : { findings }, caseId, language, single),
    navigation: navigationActions(caseId, language),
  });
}

type OneText = ReturnType<typeof questionText> & { readonly finding: string };

function buttons(one: OneText, caseId: string, language: Language): readonly object[] {
  const values = [...one.choices, { value: 'unknown', label: conversationText[language].unknown }];
  return values.map(({ value, label }) => ({
    title: label,
    data: { finding: one.finding, value, case: caseId },
    inputs: 'none',
  }));
}

function sending(asked: object, caseId: string, language: Language, single: boolean): readonly object[] {
  const text = conversationText[language];
  const send = { title: text.send, data: { ...asked, case: caseId }, inputs: 'auto' };
  if (!single) return [send];
  return [send, { title: text.unknown, data: { ...asked, value: 'unknown', case: caseId }, inputs: 'none' }];
}

function inputOf(one: OneText, id: string, { known, language }: Question, single: boolean) {
  const text = conversationText[language];
  const ticked = known.find(({ finding }) => finding === one.finding)?.values ?? [];
  const choices = one.choices.map(({ value, label }) => ({ title: label, value }));
  if (!single && choices.length > 0) choices.push({ title: text.unknown, value: 'unknown' });
  return {
    id,
    label: one.question,
    style: 'expanded',
    many: one.many,
    required: single,
    error: choices.length === 0 ? text.typeHere : one.many ? text.pickSome : text.pickOne,
    choices,
    ticked: ticked.filter((value) => choices.some((choice) => choice.value === value)).join(','),
  };
}
