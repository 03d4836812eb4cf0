import type { Finding, Knowledge } from '../triage/knowledge';
import { readAnswer } from '../triage/readAnswer';
import type { Answers } from './turn';

/** A code as a screen shows it: `50074`, `AADSTS50074`, `0xCAA20003`. */
const codeShape = /^(AADSTS)?\d{4,7}$|^0x[0-9a-f]{8}$/iu;
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
  for (const [id, value] of Object.entries(raw)) {
    const finding = knowledge.findings.get(id);
    const values = finding?.question === undefined ? undefined : validValues(knowledge, finding, value);
    if (values === undefined) return undefined;
    answers[id] = values;
  }
  return answers;
}

function validValues(knowledge: Knowledge, finding: Finding, value: string): readonly string[] | undefined {
  const given = [...new Set(value.split(',').map((part) => part.trim()))].filter((part) => part !== '');
  if (given.length === 0 || value === 'unknown') return ['unknown'];
  if (finding.kind === 'code') return codesOf(knowledge, finding, given);
  const known = given.every((part) => isValueOf(finding, part));
  return known && (finding.many || given.length === 1) ? given : undefined;
}

/** Typed by hand: whoever types no code does not know the code, and is not asked again. */
function codesOf(knowledge: Knowledge, finding: Finding, given: readonly string[]): readonly string[] {
  const codes = given.flatMap((part) =>
    codeShape.test(part) ? [part.replace(/^AADSTS/iu, '')] : (readAnswer(knowledge, finding.id, part) ?? []),
  );
  return codes.length === 0 ? ['unknown'] : [...new Set(codes)].slice(0, mostCodes);
}

function isValueOf(finding: Finding, value: string): boolean {
  return finding.kind === 'yes-no' ? value === 'true' || value === 'false' : finding.values.has(value);
}
