import type { Language } from '../cases/language';
import { conversationText } from '../text/conversationText';
import { questionText } from '../triage/questionText';
import type { Knowledge } from '../triage/knowledge';
import type { Card, CardTemplates } from './loadTemplates';

/** What takes the place of a question card once it is answered: question and answer, no buttons. */
export function answeredCard(
  templates: CardTemplates,
  knowledge: Knowledge,
  answers: Readonly<Record<string, readonly string[]>>,
  language: Language,
): Card {
  const lines = Object.entries(answers).map(([finding, values]) => {
    const { question, choices } = questionText(knowledge, finding, language);
    return { question, answer: values.map((value) => labelOf(choices, value, language)).join(', ') };
  });
  return filled(templates, lines, language);
}

/** What takes the place of a card whose button led on to something else. */
export function pressedCard(templates: CardTemplates, label: string, language: Language): Card {
  return filled(templates, [{ question: '', answer: label }], language);
}

function filled(
  templates: CardTemplates,
  lines: readonly { question: string; answer: string }[],
  language: Language,
): Card {
  const text = conversationText[language];
  const fallback = `${text.yourAnswer}: ${lines.map(({ answer }) => answer).join(', ')}`;
  return templates.fill('answered', { lang: language, fallback, lines });
}

function labelOf(
  choices: readonly { value: string; label: string }[],
  value: string,
  language: Language,
): string {
  if (value === 'unknown') return conversationText[language].unknown;
  return choices.find((choice) => choice.value === value)?.label ?? value;
}
