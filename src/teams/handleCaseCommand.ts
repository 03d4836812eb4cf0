import { handoverCard } from '../cards/handoverCard';
import type { Card, CardTemplates } from '../cards/loadTemplates';
import { plainLine } from '../cards/plainText';
import type { Case } from '../cases/case';
import type { CaseCommand } from '../cases/caseCommand';
import type { StaffMember } from '../cases/caseHandling';
import { botIsSilent } from '../cases/whoHasIt';
import type { Language } from '../cases/language';
import type { RemedyKind } from '../cases/remedyPlan';
import { urgencyOf } from '../cases/urgency';
import type { Speaker } from '../conversation/speaker';
import { caseText } from '../text/caseText';
import { conversationText } from '../text/conversationText';
import { requestRefusalText } from '../text/requestRefusalText';
import { staffText } from '../text/staffText';
import { assess } from '../triage/assess';
import type { Knowledge } from '../triage/knowledge';
import { type CaseReference, findCase } from '../usecases/findCase';
import { type CaseAct, handleCase } from '../usecases/handleCase';
import { listCases, type ListWish, lookAtCase } from '../usecases/listCases';
import { noteOnCase } from '../usecases/noteOnCase';
import { readName } from '../usecases/readName';
import type { RequestDeps } from '../usecases/requestDeps';
import { requestRemedy } from '../usecases/requestRemedy';
import { handleRequest } from './handleRequest';

export interface CaseCommandDeps {
  readonly requests: RequestDeps;
  readonly templates: CardTemplates;
  readonly knowledge: Knowledge;
  /** Whether somebody is one of the staff: a member of their channel, or on call. */
  readonly isStaff: (personId: string) => Promise<boolean>;
}

/** Somebody of the staff, and the thread in which they speak, where that is a case's. */
export type SpeakingStaff = Speaker & {
  readonly inStaffChannel: boolean;
  readonly threadId: string | undefined;
};

/** What staff are answered: words, or a case to look at. */
export type CaseAnswer =
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'card'; readonly card: Card; readonly summary: string };

/** Does what somebody of the staff typed about cases, and says what came of it. Who speaks comes from the channel alone. */
export async function handleCaseCommand(
  deps: CaseCommandDeps,
  speaker: SpeakingStaff,
  command: CaseCommand,
  language: Language,
): Promise<CaseAnswer> {
  return isShow(command)
    ? show(deps, speaker, command.number, language)
    : { kind: 'words', words: await carryOut(deps, speaker, command, language) };
}

type Show = Extract<CaseCommand, { kind: 'show' }>;

function isShow(command: CaseCommand): command is Show {
  return command.kind === 'show';
}

async function carryOut(
  deps: CaseCommandDeps,
  speaker: SpeakingStaff,
  command: Exclude<CaseCommand, Show>,
  language: Language,
): Promise<string> {
  const text = caseText[language];
  if (command.kind === 'stopWhat') return text.stopWhat;
  if (command.kind === 'list') return list(deps, speaker.personId, command, language);
  const reference: CaseReference = { number: command.number, threadId: speaker.threadId };
  if (reference.number === undefined && reference.threadId === undefined) return text.whichCase;
  switch (command.kind) {
    case 'handOn':
      return handOnTo(deps, speaker, reference, command.to, language);
    case 'note': {
      const actor = await memberOf(deps, speaker.personId);
      const noted = await noteOnCase(deps.requests, { reference, actor, text: command.text });
      return noted === undefined ? text.unknownCase : text.done.note(noted.number);
    }
    case 'askFor':
      return askFor(deps, speaker, reference, command.remedy, language);
    case 'prove':
      return proveIn(deps, speaker, reference, command, language);
    case 'claim':
    case 'resolve':
    case 'reopen':
    case 'handBack':
      return actOnCase(deps, speaker, reference, { kind: command.kind }, language);
  }
}

/** Does one thing with a case, by a button or in words. */
export async function actOnCase(
  deps: CaseCommandDeps,
  speaker: SpeakingStaff,
  reference: CaseReference,
  act: CaseAct,
  language: Language,
): Promise<string> {
  const text = caseText[language];
  const actor = await memberOf(deps, speaker.personId);
  const outcome = await handleCase(deps.requests, { reference, actor, act });
  if (outcome.ok) return text.done[act.kind](outcome.case.number, outcome.case.handoff?.owner?.name ?? '');
  if (outcome.refusal === 'unknownCase') return text.unknownCase;
  return text.refusal[outcome.refusal](outcome.ownerName ?? '');
}

/** To a named colleague, found by address and taken only where they are staff themselves. */
export async function handOnTo(
  deps: CaseCommandDeps,
  speaker: SpeakingStaff,
  reference: CaseReference,
  address: string,
  language: Language,
): Promise<string> {
  const text = caseText[language];
  const colleague = await deps.requests.directory.personByUserName(address);
  if (colleague?.accountEnabled !== true) return text.unknownColleague;
  if (!(await deps.isStaff(colleague.id))) return text.colleagueNotStaff;
  const to = { id: colleague.id, name: plainLine(colleague.displayName, 80) };
  return actOnCase(deps, speaker, reference, { kind: 'handOn', to }, language);
}

async function memberOf({ requests }: CaseCommandDeps, personId: string): Promise<StaffMember> {
  return { id: personId, name: plainLine(await readName(requests.directory, personId), 80) };
}

async function askFor(
  deps: CaseCommandDeps,
  speaker: SpeakingStaff,
  reference: CaseReference,
  remedy: RemedyKind,
  language: Language,
): Promise<string> {
  const found = await deps.requests.store.transaction((tx) => findCase(tx, reference));
  if (found === undefined) return caseText[language].unknownCase;
  const { id: caseId, openerId, personId } = found;
  const parties = { personId, openerId, requesterId: speaker.personId };
  const wish = { caseId, ...parties, door: 'staff' as const, remedy, language: found.language };
  const outcome = await requestRemedy(deps.requests, wish);
  return outcome.ok
    ? staffText[language].opened(outcome.request.number)
    : requestRefusalText[language][outcome.refusal];
}

async function proveIn(
  deps: CaseCommandDeps,
  speaker: SpeakingStaff,
  reference: CaseReference,
  { phrase, proof }: Extract<CaseCommand, { kind: 'prove' }>,
  language: Language,
): Promise<string> {
  const { found, request } = await deps.requests.store.transaction(async (tx) => {
    const one = await findCase(tx, reference);
    return { found: one, request: one && (await tx.requests.openFor(one.personId)) };
  });
  const text = caseText[language];
  if (found === undefined) return text.unknownCase;
  if (request?.caseId !== found.id) return text.noOpenRequest;
  const act = { kind: 'prove' as const, reference: { number: request.number }, proof, phrase };
  return (await handleRequest(deps.requests, speaker, act, language)).words;
}

async function show(
  deps: CaseCommandDeps,
  speaker: SpeakingStaff,
  number: string | undefined,
  language: Language,
): Promise<CaseAnswer> {
  const text = caseText[language];
  const reference = { number, threadId: speaker.threadId };
  if (reference.number === undefined && reference.threadId === undefined)
    return { kind: 'words', words: text.whichCase };
  const { directory, store } = deps.requests;
  const found = await lookAtCase({ store }, (tx) => findCase(tx, reference), speaker.personId);
  if (found === undefined) return { kind: 'words', words: text.unknownCase };
  const request = await store.transaction((tx) => tx.requests.latestFor(found.personId));
  const card = handoverCard(deps.templates, deps.knowledge, {
    case: found,
    person: await directory.person(found.personId),
    assessment: assess(deps.knowledge, found.findings),
    request: request?.caseId === found.id ? request : undefined,
    language,
    onlyLook: true,
  });
  return { kind: 'card', card, summary: conversationText[language].handoverHeading(found.number) };
}

async function list(
  deps: CaseCommandDeps,
  staffId: string,
  wish: ListWish,
  language: Language,
): Promise<string> {
  const text = caseText[language].list;
  const { cases, count, most, next } = await listCases(deps.requests, wish, staffId);
  const heading = text.heading[wish.list](count >= most ? `${String(most)}+` : String(count));
  if (cases.length === 0) return `${heading}\n${text.none}`;
  const lines = await Promise.all(cases.map((one) => lineOf(deps, one, language)));
  const last = next === undefined ? undefined : cases.at(-1);
  return [heading, ...lines, ...(last === undefined ? [] : [text.next(last.number)])].join('\n');
}

async function lineOf({ requests }: CaseCommandDeps, found: Case, language: Language): Promise<string> {
  const { duration, list: text } = caseText[language];
  const since = found.handoff?.at ?? found.createdAt;
  return text.line({
    number: found.number,
    person: plainLine(await readName(requests.directory, found.personId), 80),
    urgency: urgencyOf(found),
    waited: duration(Math.floor((requests.clock() - since) / 60_000)),
    owner: botIsSilent(found) ? (found.handoff?.owner?.name ?? found.ownerId) : undefined,
  });
}
