import type { Language } from '../cases/language';
import { isDone, lastOutcomes, methodsLeft, removalOf } from '../cases/journalSummary';
import { type RemedyPlan, removalsOf } from '../cases/remedyPlan';
import { staffProofs, type JournalStep, type RemedyRequest } from '../cases/remedyRequest';
import { portalPage } from '../text/portalPage';
import { remedyText } from '../text/remedyText';
import { whoCould } from '../text/roleText';
import { requestStepText } from '../text/requestStepText';
import { requestText } from '../text/requestText';
import type { Card, CardTemplates } from './loadTemplates';
import { plainLine, plainText } from './plainText';
import { methodName, whatChanges, whatStays } from './requestPlanLines';

/** A card with the words that a notification and a screen reader get. */
interface CardWithSummary {
  readonly card: Card;
  readonly summary: string;
}

/** What a card is shown for: whose language, and the requester's name as the directory has it. */
interface RequestReader {
  readonly language: Language;
  readonly requesterName: string | undefined;
  /** How the directory's numbers of the person end, while somebody has to call back. */
  readonly callBack?: readonly string[] | undefined;
}

/** As many characters of the digest as two people can compare by eye. */
const shownDigits = 8;

/**
 * The card that asks an approver. What decides comes first and from the server; the token only says which request
 * is meant. Without buttons (an old client) the command line below them does the same.
 */
export function approvalCard(
  templates: CardTemplates,
  request: RemedyRequest,
  reader: RequestReader & { readonly token: string; readonly mayDecide?: boolean },
): CardWithSummary {
  const text = requestText[reader.language];
  const summary = `${text.heading(request.number)} (${plainLine(request.personName)})`;
  const card = templates.fill('request-approval', {
    lang: reader.language,
    fallback: `${summary} ${text.byCommand(request.number)}`,
    heading: text.heading(request.number),
    facts: [
      ...decisiveFacts(request, reader),
      ...callBackFacts(reader),
      ...proofFacts(request, reader.language),
      ...approvalFacts(request, reader.language),
      { title: text.validUntil, value: localTime(request.expiresAt) },
    ],
    changesHeading: text.willChange,
    changes: lines([
      ...(request.dryRun === true ? [text.dryRun] : []),
      ...whatChanges(request.plan, reader.language),
    ]),
    staysHeading: text.stays,
    stays: lines(whatStays(request.plan, reader.language)),
    awaitingProof: request.proof === undefined,
    // Who makes sure of an administrator's identity cannot approve: there is nothing to approve with yet.
    mayBeApproved: request.proof !== undefined || request.personKind !== 'privileged',
    phraseNeeded: request.phrase !== undefined,
    phraseLabel: text.phraseLabel,
    recordProof: text.recordProof,
    proofLabel: text.proofLabel,
    proofError: text.proofError,
    proofs: staffProofs.map((proof) => ({ title: text.proof[proof], value: proof })),
    // A view of somebody who makes sure of the identity and approves nothing.
    mayDecide: reader.mayDecide ?? true,
    reasonRequired: request.proof !== undefined,
    reasonLabel: text.reasonLabel,
    reasonError: text.reasonError,
    approve: text.approve,
    deny: text.deny,
    token: reader.token,
    byCommand: text.byCommand(request.number),
  });
  return { card, summary };
}

/** The card that a posted one becomes once there is nothing to decide any more: state, decision, result step by step. */
export function stateCard(
  templates: CardTemplates,
  request: RemedyRequest,
  reader: RequestReader,
): CardWithSummary {
  const { language } = reader;
  const summary = requestText[language].stateHeading(
    request.number,
    requestText[language].state[request.state],
  );
  const steps = requestStepText[language];
  const someRemoved = request.journal.some(({ step }) => step.startsWith(removalOf({ id: '' })));
  const left = someRemoved && request.state !== 'running' ? methodsLeft(request) : [];
  const signOutLeft =
    request.state === 'partial' && signsOut(request.plan) && !isDone(request.journal, 'revoke-sessions')
      ? [requestText[language].signsOutEverywhere]
      : [];
  const card = templates.fill('request-state', {
    lang: language,
    fallback: `${summary} (${plainLine(request.personName)})`,
    heading: summary,
    facts: [
      ...decisiveFacts(request, reader),
      ...proofFacts(request, language),
      ...decisionFacts(request, language),
    ],
    stepsHeading: steps.heading,
    steps: lines(
      lastOutcomes([...request.journal, ...(request.afterwards ?? [])]).map((entry) =>
        stepLine(request, entry, language),
      ),
    ),
    ...byHand(request, [...left.map((method) => methodName(method, language)), ...signOutLeft], language),
  });
  return { card, summary };
}

function signsOut(plan: RemedyPlan): boolean {
  return 'revokeSessions' in plan && plan.revokeSessions;
}

/** What is left after it was done in part or not at all: how an administrator does it, where, and how Monban tries again. */
function byHand(request: RemedyRequest, left: readonly string[], language: Language): object {
  const text = requestStepText[language];
  const { number, personId, remedy, state } = request;
  const unfinished = state === 'partial' || state === 'failed';
  const none = { byHand: '', portal: '', resume: '' };
  const heading = left.length > 0 ? text.left : unfinished ? text.byHand : '';
  return {
    leftHeading: heading,
    left: lines(left),
    ...(unfinished
      ? {
          byHand: [
            remedyText[language][remedy].byHand,
            ...(signsOut(request.plan) ? [remedyText[language]['revoke-sessions'].byHand] : []),
          ].join(' '),
          portal: `[${text.openPortal}](${portalPage(remedy, personId)})`,
          resume: text.resume(number),
        }
      : none),
  };
}

function decisiveFacts(request: RemedyRequest, reader: RequestReader): readonly object[] {
  const text = requestText[reader.language];
  const own = request.requesterId === request.personId;
  const requester = own ? text.byThemselves : plainText(reader.requesterName ?? request.requesterId);
  return [
    { title: text.stateLabel, value: text.state[request.state] },
    { title: text.person, value: plainText(request.personName) },
    { title: text.account, value: plainText(request.personUpn) },
    { title: text.remedyLabel, value: remedyText[reader.language][request.remedy].name },
    { title: text.requester, value: requester },
    { title: text.digest, value: request.digest.slice(0, shownDigits) },
  ];
}

/** For staff: only a number that the directory holds is called, never one that somebody gave. */
function callBackFacts({ callBack, language }: RequestReader): readonly object[] {
  if (callBack === undefined) return [];
  const text = requestText[language];
  return [{ title: text.callBackTo, value: callBack.length === 0 ? text.noNumber : text.endsIn(callBack) }];
}

function proofFacts({ proof }: RemedyRequest, language: Language): readonly object[] {
  if (proof === undefined) return [];
  const text = requestText[language];
  const by = text.provenBy(plainText(proof.proverName));
  return [{ title: text.proofShown, value: `${text.proof[proof.kind]} (${by}, ${localTime(proof.at)})` }];
}

/** Who has approved already, while it waits for somebody else. */
function approvalFacts({ approvals }: RemedyRequest, language: Language): readonly object[] {
  if (approvals.length === 0) return [];
  const names = approvals.map(({ approverName }) => plainText(approverName)).join(', ');
  return [{ title: requestText[language].approvedSoFar, value: names }];
}

function decisionFacts(request: RemedyRequest, language: Language): readonly object[] {
  const { approvals, decision } = request;
  if (decision === undefined) return [];
  const text = requestText[language];
  const others = approvals.filter(({ approverId }) => approverId !== decision.approverId);
  return [...others, decision].flatMap(({ approverName, at, reason }) => [
    { title: text.decidedBy, value: plainText(approverName) },
    { title: text.decidedAt, value: localTime(at) },
    { title: text.reason, value: plainText(reason, 500) },
  ]);
}

/** In words and with a sign of its own, so that no colour is needed to tell. */
function stepLine(request: RemedyRequest, entry: JournalStep, language: Language): string {
  const { step, outcome, problem } = requestStepText[language];
  const method = removalsOf(request.plan).find((planned) => removalOf(planned) === entry.step);
  const name =
    method === undefined
      ? (step[entry.step] ?? entry.step)
      : requestText[language].removes(methodName(method, language));
  const sign = isDone([entry], entry.step) ? '✓' : entry.outcome === 'failed' ? '✗' : '…';
  const could = entry.fault === 'graph-forbidden' ? ` ${whoCould(request.remedy, language)}` : '';
  const why = entry.fault === undefined ? '' : ` (${problem[entry.fault] ?? entry.fault}${could})`;
  return `${sign} ${name}: ${outcome[entry.outcome]}${why}`;
}

/** Rows of text for a template. */
function lines(texts: readonly string[]): readonly { readonly text: string }[] {
  return texts.map((text) => ({ text }));
}

/** The client writes it in the reader's own time zone. */
function localTime(at: number): string {
  const iso = new Date(at).toISOString().replace(/\.\d+Z$/u, 'Z');
  return `{{DATE(${iso},SHORT)}} {{TIME(${iso})}}`;
}
