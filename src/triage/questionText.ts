import type { Knowledge, Language } from './knowledge';

interface QuestionText {
  readonly question: string;
  readonly why: string;
  /** Whether several choices may be taken. */
  readonly many: boolean;
  /** Without "unknown", which every card adds; empty where the answer is typed. */
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

const yesNo = { true: { ja: 'はい', en: 'Yes' }, false: { ja: 'いいえ', en: 'No' } } as const;

/** How a finding is asked of a person. */
export function questionText(knowledge: Knowledge, finding: string, language: Language): QuestionText {
  const found = knowledge.findings.get(finding);
  if (found?.question === undefined || found.why === undefined)
    throw new Error(`${finding} is not asked of people`);
  const yesNoChoices = (['true', 'false'] as const).map((value) => ({
    value,
    label: yesNo[value][language],
  }));
  const choices =
    found.kind === 'yes-no'
      ? yesNoChoices
      : [...found.values].flatMap(([value, { label }]) =>
          label === undefined ? [] : [{ value, label: label[language] }],
        );
  return {
    question: found.question[language],
    why: found.why[language],
    many: found.many,
    choices: found.kind === 'code' ? [] : choices,
  };
}
