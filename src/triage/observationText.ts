import { unknownValue } from './heardFindings';
import type { Knowledge, Language } from './knowledge';
import type { Observation } from './observation';

const unsaid = { ja: 'わからない、とのことでした', en: 'You could not say' } as const;
const separator = { ja: '。', en: '. ' } as const;

/** What was observed, told back in words. */
export function observationText(knowledge: Knowledge, observation: Observation, language: Language): string {
  const finding = knowledge.findings.get(observation.finding);
  if (observation.values.includes(unknownValue) || finding === undefined) return unsaid[language];
  const values = finding.ranked ? observation.values.slice(0, 1) : observation.values;
  return values
    .map((value) => {
      if (finding.kind === 'code') return language === 'ja' ? `エラーコード ${value}` : `Error code ${value}`;
      return finding.values.get(value)?.told[language] ?? value;
    })
    .join(separator[language]);
}
