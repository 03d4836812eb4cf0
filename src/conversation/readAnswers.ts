import type { Knowledge } from '../triage/knowledge';
import { questionText } from '../triage/questionText';
import type { Answers } from './turn';

/** An error code as a screen shows it: letters, digits and dashes; several are parted by commas. */
const codeShape = /^[A-Z0-9][A-Z0-9-]{1,19}$/u;
const mostCodes = 5;

/**
 * Turns what a card sent into answers of the vocabulary.
 * @returns undefined where a finding or a value is not one that this knowledge base asks for.
 */
export function validAnswers(
  knowledge: Knowledge,
  raw: Readonly<Record<string, string>>,
): Answers | undefined {
  const answers: Record<string, readonly string[]> = {};
  for (const [finding, value] of Object.entries(raw)) {
    const asked = knowledge.findings.get(finding)?.question !== undefined;
    const values = asked ? validValues(knowledge, finding, value) : undefined;
    if (values === undefined) return undefined;
    answers[finding] = values;
  }
  return answers;
}

function validValues(knowledge: Knowledge, finding: string, value: string): readonly string[] | undefined {
  if (value === 'unknown') return ['unknown'];
  const { choices, many } = questionText(knowledge, finding, 'en');
  const given = [...new Set(value.split(',').map((part) => part.trim()))].filter((part) => part !== '');
  if (given.length === 0) return ['unknown'];
  if (choices.length === 0) return validCodes(given);
  const known = given.every((part) => choices.some((choice) => choice.value === part));
  return known && (many || given.length === 1) ? given : undefined;
}

function validCodes(given: readonly string[]): readonly string[] | undefined {
  const codes = given.map((code) => code.toUpperCase().replace(/^AADSTS/u, ''));
  return codes.length <= mostCodes && codes.every((code) => codeShape.test(code)) ? codes : undefined;
}
