import type { Case } from '../cases/case';
import type { Language } from '../cases/language';
import type { Person } from '../cases/person';
import { conversationText } from '../text/conversationText';
import { notAvailableText, recordName } from '../text/evidenceText';
import type { Assessment } from '../triage/assessment';
import { causeText } from '../triage/causeText';
import type { Observation } from '../triage/observation';
import { observationText } from '../triage/observationText';
import type { Knowledge } from '../triage/knowledge';
import { redFlagText } from '../triage/redFlagText';
import { routeText } from '../triage/routeText';
import type { Card, CardTemplates } from './loadTemplates';
import { plainText } from './plainText';

const causesShown = 3;

/** The card that tells the staff channel about a case a person has to take: what was found, what it may be, in the staff's language. */
export function handoverCard(
  templates: CardTemplates,
  knowledge: Knowledge,
  handed: { case: Case; person: Person | undefined; assessment: Assessment; language: Language },
): Card {
  const { assessment, language, person } = handed;
  const text = conversationText[language];
  const who = person ? `${person.displayName} (${person.userPrincipalName})` : handed.case.personId;
  const flags = assessment.redFlags.map((flag) => redFlagText(knowledge, flag, language)).join(', ');
  return templates.fill('handover', {
    lang: language,
    heading: text.handoverHeading(handed.case.number),
    redFlags: flags === '' ? '' : `${text.handoverRedFlags}: ${flags}`,
    facts: [
      { title: text.handoverPerson, value: plainText(who) },
      { title: text.handoverLanguage, value: conversationText[handed.case.language].languageName },
      { title: text.handoverRoute, value: routeText(knowledge, assessment.route, language).name },
    ],
    causesHeading: text.handoverCauses,
    causes: assessment.causes.slice(0, causesShown).map(({ cause, probability }) => ({
      text: `• ${causeText(knowledge, cause, language).name} (${String(Math.round(probability * 100))} %)`,
    })),
    findingsHeading: text.handoverFindings,
    findings: listed(
      handed.case.findings.map((seen) => findingLine(knowledge, seen, language)),
      text.handoverNone,
    ),
    ...notSeen(handed.case, language, text.handoverNotSeen),
  });
}

/** What the tenant told comes with the record and its time: staff look there for the rest. */
function findingLine(knowledge: Knowledge, seen: Observation, language: Language): string {
  const told = observationText(knowledge, seen, language);
  if (seen.source === undefined || seen.at === undefined) return told;
  const when = `${new Date(seen.at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  const name = recordName(seen.source, language);
  return language === 'ja' ? `${told}（${name}、${when}）` : `${told} (${name}, ${when})`;
}

function notSeen({ notAvailable = [] }: Case, language: Language, heading: string) {
  const lines = notAvailable.map((missing) => ({ text: `• ${notAvailableText(missing, language)}` }));
  return { notSeenHeading: lines.length === 0 ? '' : heading, notSeen: lines };
}

function listed(lines: readonly string[], none: string): readonly { text: string }[] {
  return lines.length === 0 ? [{ text: none }] : lines.map((line) => ({ text: `• ${line}` }));
}
