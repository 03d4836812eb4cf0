import type { Case } from '../cases/case';
import { botIsSilent, isOver } from '../cases/whoHasIt';
import type { Language } from '../cases/language';
import type { Person } from '../cases/person';
import { standingRedFlags } from '../cases/redFlags';
import type { RemedyRequest } from '../cases/remedyRequest';
import { urgencyOf } from '../cases/urgency';
import { caseText } from '../text/caseText';
import { conversationText } from '../text/conversationText';
import { notAvailableText, recordName } from '../text/evidenceText';
import { remedyText } from '../text/remedyText';
import { requestText } from '../text/requestText';
import { adviceFor } from '../triage/adviceFor';
import type { Assessment, RankedCause } from '../triage/assessment';
import { causeText } from '../triage/causeText';
import type { Observation } from '../triage/observation';
import { observationText } from '../triage/observationText';
import type { Knowledge } from '../triage/knowledge';
import { redFlagText } from '../triage/redFlagText';
import { routeText } from '../triage/routeText';
import type { Card, CardTemplates } from './loadTemplates';
import { plainText } from './plainText';

const causesShown = 3;
/** More reasons than these for one cause tell nobody more. */
const reasonsShown = 3;
const notesShown = 5;
const stepsShown = 3;

/** A case with what staff have to know of it. */
interface HandedOver {
  readonly case: Case;
  readonly person: Person | undefined;
  readonly assessment: Assessment;
  /** The newest request in it. */
  readonly request?: RemedyRequest | undefined;
  readonly language: Language;
  /** Where it is only looked at, as an answer, there are no buttons: they belong to the case's own card. */
  readonly onlyLook?: boolean | undefined;
}

/**
 * The card of a case that a person has or has to take: who, what was found and tried, what it may be and why, what to do
 * next, how urgent, who has it; in the staff's language.
 */
export function handoverCard(templates: CardTemplates, knowledge: Knowledge, handed: HandedOver): Card {
  const { assessment, language } = handed;
  const text = conversationText[language];
  const words = caseText[language].card;
  const { handoff, number } = handed.case;
  const flags = flagsOf(knowledge, handed).join(', ');
  const notes = (handoff?.notes ?? []).slice(-notesShown);
  return templates.fill('handover', {
    lang: language,
    heading: text.handoverHeading(number),
    redFlags: flags === '' ? '' : `${text.handoverRedFlags}: ${flags}`,
    facts: facts(knowledge, handed),
    causesHeading: text.handoverCauses,
    causes: assessment.causes
      .slice(0, causesShown)
      .map((ranked) => ({ text: causeLine(knowledge, ranked, language) })),
    nextHeading: words.nextHeading,
    next: nextLines(knowledge, handed),
    findingsHeading: text.handoverFindings,
    findings: listed(
      handed.case.findings.map((seen) => findingLine(knowledge, seen, language)),
      text.handoverNone,
    ),
    ...notSeen(handed.case, language, text.handoverNotSeen),
    notesHeading: notes.length === 0 ? '' : words.notesHeading,
    notes: notes.map((note) => ({ text: `• ${plainText(note.byName, 80)}: ${plainText(note.text, 400)}` })),
    ...buttons(handed),
    handOnLabel: words.handOnLabel,
    byCommand: words.byCommand(number),
  });
}

function flagsOf(knowledge: Knowledge, { assessment, case: found, language }: HandedOver): readonly string[] {
  const done = new Map(Object.entries(caseText[language].card.flags));
  return [...new Set([...assessment.redFlags, ...standingRedFlags(found)])].map(
    (flag) => done.get(flag) ?? redFlagText(knowledge, flag, language),
  );
}

function facts(knowledge: Knowledge, { assessment, case: found, language, person, request }: HandedOver) {
  const text = conversationText[language];
  const { card: words, reason, urgency } = caseText[language];
  const who = person ? `${person.displayName} (${person.userPrincipalName})` : found.personId;
  const { handoff } = found;
  const tried = handoff?.tried.map((cause) => causeText(knowledge, cause, language).name).join(', ') ?? '';
  const asked =
    request === undefined
      ? ''
      : `${request.number} · ${remedyText[language][request.remedy].name} · ${requestText[language].state[request.state]}`;
  const rows: readonly (readonly [string, string])[] = [
    [text.handoverPerson, plainText(who)],
    [words.urgency, urgency[urgencyOf(found)]],
    [words.owner, ownerOf(found, language)],
    [words.reason, handoff === undefined ? '' : reason[handoff.reason]],
    [text.handoverLanguage, conversationText[found.language].languageName],
    [text.handoverRoute, routeText(knowledge, assessment.route, language).name],
    [words.tried, tried],
    [words.request, asked],
  ];
  return rows.flatMap(([title, value]) => (value === '' ? [] : [{ title, value }]));
}

function ownerOf(found: Case, language: Language): string {
  const words = caseText[language].card;
  const name = plainText(found.handoff?.owner?.name ?? found.ownerId ?? '', 80);
  if (isOver(found)) {
    const word = found.state === 'closed' ? words.closed : words.resolved;
    return name === '' ? word : `${word} · ${name}`;
  }
  return botIsSilent(found) ? name : words.nobody;
}

/** A cause with what spoke for it: staff judge by the reasons, not by the figure. */
function causeLine(
  knowledge: Knowledge,
  { cause, probability, spokeFor }: RankedCause,
  language: Language,
): string {
  const name = `• ${causeText(knowledge, cause, language).name} (${String(Math.round(probability * 100))} %)`;
  const because = spokeFor
    .slice(0, reasonsShown)
    .map((seen) => observationText(knowledge, seen, language))
    .join(language === 'ja' ? '、' : '; ');
  const word = caseText[language].card.because;
  return because === '' ? name : `${name} — ${word}: ${because}`;
}

/** Where something looks dangerous nothing else comes first (SECURITY S26). */
function nextLines(knowledge: Knowledge, { assessment, case: found, language }: HandedOver) {
  const { ask, security } = caseText[language].card.next;
  if (standingRedFlags(found).length > 0) return [{ text: `• ${security}` }];
  const { explanation } = routeText(knowledge, assessment.route, language);
  const byAdmin = assessment.route.startsWith('admin-');
  const lines = byAdmin
    ? [explanation, ask]
    : [explanation, ...adviceOf(knowledge, found, assessment, language)];
  return lines.map((line) => ({ text: `• ${line}` }));
}

/** What staff can go through with the person, as it was advised on the day of the last change. */
function adviceOf(
  knowledge: Knowledge,
  { findings, updatedAt }: Case,
  { causes, route }: Assessment,
  language: Language,
): readonly string[] {
  const cause = causes[0]?.cause ?? '';
  const today = new Date(updatedAt).toISOString().slice(0, 10);
  const asked = { cause, route, observations: findings, language, today, telecomProvider: false };
  return adviceFor(knowledge, asked).slice(0, stepsShown);
}

function buttons({ case: found, language, onlyLook }: HandedOver) {
  const words = caseText[language].card;
  if (onlyLook === true) return { actions: [], handOn: '' };
  const button = (what: 'claim' | 'resolve' | 'reopen' | 'handBack', style = 'default') => ({
    title: words[what],
    verb: `case/${what}`,
    style,
  });
  if (isOver(found)) return { actions: [button('reopen')], handOn: '' };
  const actions = botIsSilent(found)
    ? [button('resolve', 'positive'), button('handBack')]
    : [button('claim', 'positive')];
  return { actions, handOn: words.handOn };
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
