import { methodName, whatChanges } from '../cards/requestPlanLines';
import { lastOutcomes, removalOf } from '../cases/journalSummary';
import type { Language } from '../cases/language';
import { lastFourOnly } from '../cases/lastFour';
import { removalsOf } from '../cases/remedyPlan';
import type { Decision, JournalStep, RemedyRequest } from '../cases/remedyRequest';
import { recordText } from '../text/recordText';
import { remedyText } from '../text/remedyText';
import { requestStepText } from '../text/requestStepText';
import { requestText } from '../text/requestText';
import { when } from './when';

/** A request in a record: what was asked, who made sure, who decided and why, and what was done step by step. */
export function requestLines(request: RemedyRequest, language: Language): readonly string[] {
  const text = recordText[language];
  const words = requestText[language];
  const { number, proof, remedy, state } = request;
  return [
    text.request(number, remedyText[language][remedy].name, words.state[state]),
    ...(request.dryRun === true ? [words.dryRun] : whatChanges(request.plan, language)),
    ...(proof === undefined
      ? []
      : [`${when(proof.at)} ${text.by(proof.proverName, text.proven(words.proof[proof.kind]))}`]),
    ...decisionsOf(request).map(
      ({ approverName, at, decision, reason }) =>
        `${when(at)} ${text.by(approverName, text.decided[decision](lastFourOnly(reason)))}`,
    ),
    ...lastOutcomes(request.journal).map((step) => stepLine(request, step, language)),
  ];
}

/** Every approval, and the denial where that ended it. */
function decisionsOf({ approvals, decision }: RemedyRequest): readonly Decision[] {
  return decision?.decision === 'denied' ? [...approvals, decision] : approvals;
}

/** Done in the name of the bot or of an approver: Entra's own log says which; here it is the bot that did it. */
export function stepLine(request: RemedyRequest, entry: JournalStep, language: Language): string {
  const words = requestStepText[language];
  const outcome = words.outcome[entry.outcome];
  const why = entry.fault === undefined ? '' : ` (${words.problem[entry.fault] ?? entry.fault})`;
  const text = recordText[language];
  return `${when(entry.at)} ${text.by(text.bot, text.step(stepName(request, entry, language), `${outcome}${why}`))}`;
}

export function stepName(request: RemedyRequest, { step }: JournalStep, language: Language): string {
  const removed = removalsOf(request.plan).find((method) => removalOf(method) === step);
  if (removed !== undefined) return requestText[language].removes(methodName(removed, language));
  return requestStepText[language].step[step] ?? step;
}
