import type { Case } from '../cases/case';
import type { Incident } from '../cases/incident';
import type { Language } from '../cases/language';
import { incidentText } from '../text/incidentText';
import { causeText } from '../triage/causeText';
import type { Knowledge } from '../triage/knowledge';
import type { Card, CardTemplates } from './loadTemplates';
import { plainText } from './plainText';

type NamedCase = Pick<Case, 'number' | 'personId'>;

/** More numbers than these nobody reads on a card. */
const casesNamed = 30;

/** The one card that tells the staff channel about a trouble of many: it is edited as cases join, and when it is over. */
export function incidentCard(
  templates: CardTemplates,
  knowledge: Knowledge,
  shown: { incident: Incident; cases: readonly NamedCase[]; language: Language },
): Card {
  const { cases, incident, language } = shown;
  const text = incidentText[language];
  const since = `${new Date(incident.createdAt).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return templates.fill('incident', {
    lang: language,
    heading: text.heading(incident.number),
    style: incident.state === 'open' ? 'attention' : 'good',
    state: incident.state === 'open' ? text.open : text.ended,
    facts: [
      { title: text.what, value: text.why[incident.kind](whatOf(knowledge, incident, language)) },
      // Microsoft does not say how many; then those who wrote are counted.
      { title: text.people, value: String(Math.max(incident.people, peopleIn(cases))) },
      { title: text.since, value: since },
    ],
    casesHeading: text.casesHeading(cases.length),
    cases: numbersOf(cases, language),
    advice: text.advice,
  });
}

function whatOf(knowledge: Knowledge, { kind, what }: Incident, language: Language): string {
  if (kind === 'cause') return causeText(knowledge, what, language).name;
  return plainText(kind === 'code' ? `AADSTS${what}` : what);
}

function peopleIn(cases: readonly NamedCase[]): number {
  return new Set(cases.map(({ personId }) => personId)).size;
}

function numbersOf(cases: readonly NamedCase[], language: Language): string {
  const text = incidentText[language];
  if (cases.length === 0) return text.noCases;
  const named = cases.slice(0, casesNamed).map(({ number }) => number);
  const more = cases.length - named.length;
  const all = more > 0 ? [...named, text.more(more)] : named;
  return all.join(language === 'ja' ? '、' : ', ');
}
