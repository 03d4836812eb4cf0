import { notMeCard } from '../cards/notMeCard';
import { plainLine } from '../cards/plainText';
import { outcomeOf } from '../cases/journalSummary';
import { botIsSilent } from '../cases/whoHasIt';
import type { Language } from '../cases/language';
import type { RemedyRequest } from '../cases/remedyRequest';
import type { Listener, RequestEvent } from '../cases/requestEvents';
import type { Job } from '../ports/store';
import { dryRunTold } from '../text/dryRunTold';
import { passTold, requestTold } from '../text/requestTold';
import { tellOnSecondChannel, tellPersonSchema } from '../usecases/requestJobs';
import type { RequestWorkerDeps } from './requestWorkerDeps';
import { hasBlocked, tellStaffInstead } from './tellStaffInstead';

/** Tells one of the people around a request what happened to it, in their own language and their own chat. */
export function tellPerson(
  deps: Pick<
    RequestWorkerDeps,
    'store' | 'messenger' | 'staffChannel' | 'staffLanguage' | 'log' | 'templates'
  >,
) {
  return async (job: Job): Promise<void> => {
    const { approverId, requestId, event, listener } = tellPersonSchema.parse(job.payload);
    const found = await deps.store.transaction(async (tx) => {
      const request = await tx.requests.find(requestId);
      const personId = request && (approverId ?? idOf(request, listener));
      const inCase = request && (await tx.cases.find(request.caseId));
      return {
        request,
        // Nothing was done to the account: whoever has the case sees it on the card, and says it (SECURITY S27).
        leftToStaff:
          event === 'expired' && listener === 'person' && inCase !== undefined && botIsSilent(inCase),
        chat: personId === undefined ? undefined : await tx.conversations.ofPerson(personId),
      };
    });
    const { request, chat } = found;
    if (request === undefined || found.leftToStaff) return;
    if (chat === undefined) {
      // Somebody locked out often has no chat with us; staff then sees in the trail that they were not reached.
      deps.log.info({ requestId, event, listener }, 'nobody told: no chat is known');
      await deps.store.transaction(async (tx) => {
        await tx.audit.append({
          event: 'request.notTold',
          actorId: 'monban',
          caseId: request.caseId,
          requestId,
          detail: { event, listener },
        });
        if (listener === 'person') await tellOnSecondChannel(tx, request, event, 'noChat');
      });
      return;
    }
    const fallback = listener === 'person' ? request.personLanguage : deps.staffLanguage;
    const text = wordsFor(request, event, listener, chat.language ?? fallback);
    const card = stoppable(request, event, listener)
      ? notMeCard(deps.templates, chat.language ?? fallback)
      : undefined;
    try {
      await deps.messenger.post(chat.address, { kind: 'text', text, card });
    } catch (thrown) {
      if (!hasBlocked(thrown)) throw thrown;
      const already =
        listener !== 'person' ||
        (await deps.store.transaction((tx) => tellOnSecondChannel(tx, request, event, 'blocked')));
      // Where the second way does not reach them either, its job tells staff.
      if (already) await tellStaffInstead(deps, request, { event, listener });
    }
  };
}

/** The person can say that it was not them from every notice, as long as there is something to stop or take back. */
function stoppable(request: RemedyRequest, event: RequestEvent, listener: Listener): boolean {
  const over: readonly RequestEvent[] = ['denied', 'expired', 'withdrawn', 'frozen', 'failed'];
  return listener === 'person' && !over.includes(event) && request.state !== 'frozen';
}

function idOf(request: RemedyRequest, listener: Listener): string | undefined {
  if (listener === 'person') return request.personId;
  return listener === 'requester' ? request.requesterId : request.decision?.approverId;
}

function wordsFor(
  request: RemedyRequest,
  event: RequestEvent,
  listener: Listener,
  language: Language,
): string {
  const { number, remedy } = request;
  const personName = plainLine(request.personName, 80);
  const ownRequest = request.requesterId === request.personId;
  const { phrase } = request;
  const facts = { number, remedy, personName, ownRequest, phrase };
  const sawPass = request.plan.remedy === 'issue-temporary-access-pass' && request.plan.shownTo === 'person';
  const rehearsed = request.dryRun === true && event === 'done';
  const told = rehearsed
    ? dryRunTold[language][listener]({ number, personName })
    : sawPass && listener === 'person' && event === 'done'
      ? passTold[language].seen({ number })
      : requestTold[language][listener][event](facts);
  const passLeft = listener === 'approver' && outcomeOf(request.journal, 'delete-pass') === 'failed';
  return passLeft ? `${told}\n\n${passTold[language].leftOver({ number, personName })}` : told;
}
