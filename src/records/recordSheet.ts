import { plainLine } from '../cards/plainText';
import type { RecoveryStep } from '../cases/followUp';
import { lastOutcomes } from '../cases/journalSummary';
import type { Language } from '../cases/language';
import { lastFourOnly } from '../cases/lastFour';
import type { RecordFacts, RecordedEvent } from '../cases/recordFacts';
import { recordParts, recordText, unusualEvents, type RecordPart } from '../text/recordText';
import { requestStepText } from '../text/requestStepText';
import { causeText } from '../triage/causeText';
import type { Knowledge } from '../triage/knowledge';
import { observationText } from '../triage/observationText';
import { caseText } from '../text/caseText';
import { redFlagText } from '../triage/redFlagText';
import { requestLines, stepLine, stepName } from './requestLines';
import { when } from './when';

/** A work record in words: what card, Markdown and PDF all show. Every line is plain text on one line. */
export interface RecordSheet {
  readonly title: string;
  readonly facts: readonly { readonly title: string; readonly value: string }[];
  readonly sections: readonly { readonly heading: string; readonly lines: readonly string[] }[];
  readonly language: Language;
}

interface Writing {
  readonly knowledge: Knowledge;
  readonly facts: RecordFacts;
  readonly language: Language;
}

/** Writes the record of a case out of what happened. */
export function recordSheet(knowledge: Knowledge, facts: RecordFacts, language: Language): RecordSheet {
  const text = recordText[language];
  const writing = { knowledge, facts, language };
  const { case: found } = facts;
  const closedAt = facts.events.findLast(({ event }) => event === 'case.closed')?.at;
  const isClosed = found.state === 'closed';
  return {
    title: text.title(found.number),
    language,
    facts: [
      { title: text.case, value: `${found.number} (${text.state[isClosed ? 'closed' : 'open']})` },
      { title: text.opened, value: when(found.createdAt) },
      ...(isClosed ? [{ title: text.closed, value: when(closedAt ?? found.updatedAt) }] : []),
      { title: text.writtenAt, value: when(facts.writtenAt) },
    ],
    sections: recordParts.map((part) => {
      const lines = parts[part](writing).map((line) => plainLine(line, 400));
      return { heading: text.part[part], lines: lines.length === 0 ? [text.none] : lines };
    }),
  };
}

const parts: Readonly<Record<RecordPart, (writing: Writing) => readonly string[]>> = {
  event: whatHappened,
  account: whoseAccount,
  firstResponse: (writing) => told(writing, firstEvents),
  operations: (writing) => [
    ...writing.facts.requests.flatMap((request) => requestLines(request, writing.language)),
    ...atMicrosoft(writing),
  ],
  reregistration: (writing) => seen(writing, ['newMethod', 'secondMethod']),
  verification: (writing) => seen(writing, ['signedIn']),
  restoration: (writing) => [
    ...seen(writing, ['oldRemoved', 'passDeleted', 'exclusionRestored', 'sessionsRevoked']),
    ...writing.facts.requests.flatMap((request) =>
      (request.afterwards ?? []).map((step) => stepLine(request, step, writing.language)),
    ),
  ],
  audit: audited,
  remarks,
};

const firstEvents: readonly string[] = [
  'case.opened',
  'case.diagnosed',
  'case.joinedIncident',
  'case.handedOver',
  'case.staffTold',
  'case.claimed',
  'case.handedOn',
  'case.handedBack',
  'case.resolved',
  'case.reopened',
  'case.followed',
  'case.securityDecided',
  'request.refused',
  'request.notTold',
  'recovery.begun',
  'recovery.reminded',
  'recovery.staffTold',
  'microsoft.begun',
  'microsoft.reminded',
  'case.closed',
];

function whatHappened({ facts, knowledge, language }: Writing): readonly string[] {
  const text = recordText[language];
  const { causes, findings, redFlags = [], route } = facts.case;
  return [
    ...causes.slice(0, 3).map((cause) => text.cause(causeText(knowledge, cause, language).name)),
    ...[...knowledge.routes].flatMap(([id, { name }]) => (id === route ? [text.route(name[language])] : [])),
    ...redFlags.map((flag) => text.redFlag(flagWords(knowledge, flag, language))),
    ...findings.map((found) => text.finding(observationText(knowledge, found, language))),
  ];
}

/** Flags that people and the watch raise are no entry of the knowledge. */
function flagWords(knowledge: Knowledge, flag: string, language: Language): string {
  return caseText[language].card.flags[flag] ?? redFlagText(knowledge, flag, language);
}

function whoseAccount({ facts, language }: Writing): readonly string[] {
  const text = recordText[language];
  const { openerId, personId } = facts.case;
  const kind = facts.requests.findLast(({ personKind }) => personKind !== undefined)?.personKind;
  const name = facts.names[personId] ?? personId;
  return [
    facts.userName === undefined ? name : `${name} (${facts.userName})`,
    ...(kind === undefined ? [] : [text.personKind[kind]]),
    ...(openerId === personId ? [] : [text.openedBy(facts.names[openerId] ?? openerId)]),
  ];
}

function told(writing: Writing, events: readonly string[]): readonly string[] {
  return writing.facts.events
    .filter(({ event }) => events.includes(event))
    .map((entry) => eventLine(writing, entry));
}

function eventLine({ facts, language }: Writing, { actorId, at, detail, event }: RecordedEvent): string {
  const text = recordText[language];
  const who = actorId === 'monban' ? text.bot : (facts.names[actorId] ?? actorId);
  const reason = detail?.['reason'];
  const words = text.happened[event] ?? event;
  const said = typeof reason === 'string' && reason !== '' ? `${words}: ${lastFourOnly(reason)}` : words;
  return `${when(at)} ${text.by(who, said)}`;
}

function atMicrosoft({ facts, language }: Writing): readonly string[] {
  const text = recordText[language];
  const { microsoft, ticket } = facts;
  const kept = facts.events.find(({ event }) => event === 'microsoft.ticketKept')?.at ?? microsoft?.updatedAt;
  return [
    ...(microsoft?.ticket === undefined || kept === undefined
      ? []
      : [`${when(kept)} ${text.ticketAtMicrosoft(microsoft.ticket)}`]),
    ...(microsoft?.accessBackAt === undefined ? [] : [`${when(microsoft.accessBackAt)} ${text.accessBack}`]),
    ...(ticket?.reference === undefined ? [] : [text.ticket(ticket.reference, ticket.link ?? '')]),
  ];
}

function seen({ facts, language }: Writing, steps: readonly RecoveryStep[]): readonly string[] {
  const { recovery } = facts;
  const text = recordText[language];
  if (recovery === undefined) return [];
  return steps.flatMap((step) => {
    const at = recovery.seen[step];
    if (at !== undefined) return [`${when(at)} ${text.seen[step]}`];
    if (!recovery.needs.includes(step)) return [];
    return recovery.unseeable.includes(step) ? [text.unseeable[step]] : [];
  });
}

function audited(writing: Writing): readonly string[] {
  const { facts, language } = writing;
  const text = recordText[language];
  const first = facts.events.at(0)?.at ?? facts.case.createdAt;
  const last = facts.events.at(-1)?.at ?? first;
  const unusual = told(writing, unusualEvents);
  return [
    text.entries(facts.events.length, when(first), when(last)),
    ...(unusual.length === 0 ? [text.nothingUnusual] : [text.unusual, ...unusual]),
  ];
}

function remarks({ facts, language }: Writing): readonly string[] {
  const text = recordText[language];
  const words = requestStepText[language];
  const { microsoft, recovery, requests } = facts;
  const open = recovery?.needs.filter(
    (step) => recovery.seen[step] === undefined && !recovery.unseeable.includes(step),
  );
  return [
    ...requests.flatMap((request) =>
      lastOutcomes([...request.journal, ...(request.afterwards ?? [])])
        .filter(({ outcome }) => outcome === 'failed')
        .map((entry) =>
          text.stepFailed(
            stepName(request, entry, language),
            words.problem[entry.fault ?? ''] ?? entry.fault ?? '?',
          ),
        ),
    ),
    ...(open ?? []).map((step) => text.open[step]),
    ...(microsoft === undefined ? [] : [text.twoAdmins]),
    ...(facts.case.handoff?.notes ?? []).map(
      (note) => `${when(note.at)} ${text.by(note.byName, text.note(lastFourOnly(note.text)))}`,
    ),
  ];
}
