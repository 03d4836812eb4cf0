import type { Language } from '../cases/language';
import { conversationText } from '../text/conversationText';

/** The ways out that each question card has: back, start over, a person. */
export function navigationActions(caseId: string, language: Language): readonly object[] {
  const text = conversationText[language];
  const data = { case: caseId };
  return [
    { title: text.back, verb: 'triage/back', data },
    { title: text.restart, verb: 'triage/restart', data },
    { title: text.person, verb: 'triage/person', data },
  ];
}
