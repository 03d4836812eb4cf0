import { plainLine } from '../cards/plainText';
import { isParty } from '../cases/approvalPolicy';
import type { Language } from '../cases/language';
import type { RemedyRequest } from '../cases/remedyRequest';
import type { RequestEvent } from '../cases/requestEvents';
import { isFault } from '../faults';
import type { Job } from '../ports/store';
import { secondNoticeText } from '../text/secondNoticeText';
import { openNotMeLink } from '../usecases/reportNotMe';
import { tellSecondChannelSchema } from '../usecases/requestJobs';
import type { RequestWorkerDeps } from './requestWorkerDeps';
import { hasBlocked, tellStaffInstead } from './tellStaffInstead';

/** So often mail that may go later is waited for; then the manager is told. */
const attemptsByMail = 5;

/**
 * Tells the person concerned on a way other than their chat, which somebody else may hold: by mail where a mailbox for
 * it is set, else through the directory's manager. With the way to say "that was not me" (SECURITY S4).
 */
export function tellSecondChannel(deps: RequestWorkerDeps) {
  return async (job: Job): Promise<void> => {
    const { event, requestId, unreached } = tellSecondChannelSchema.parse(job.payload);
    const request = await deps.store.transaction((tx) => tx.requests.find(requestId));
    // A rehearsal changes nothing that somebody would have to hear of twice.
    if (request === undefined || request.dryRun === true) return;
    const told =
      (await byMail(deps, request, event, job.attempt)) ??
      // A request is told to the manager once something has come of it, or where nobody else can be reached.
      (event === 'requested' && unreached === undefined ? undefined : await byManager(deps, request, event));
    await deps.store.transaction((tx) =>
      tx.audit.append({
        event: told === undefined ? 'request.notToldElsewhere' : 'request.toldElsewhere',
        actorId: 'monban',
        caseId: request.caseId,
        requestId,
        detail: { event, by: told ?? null, unreached: unreached ?? null },
      }),
    );
    if (told === undefined && unreached === 'blocked')
      await tellStaffInstead(deps, request, { event, listener: 'person' });
  };
}

async function byMail(
  deps: RequestWorkerDeps,
  request: RemedyRequest,
  event: RequestEvent,
  attempt: number,
): Promise<'mail' | undefined> {
  if (deps.mailer === undefined) return undefined;
  const to = (await deps.directory.person(request.personId))?.mail;
  if (to === undefined) return undefined;
  const language = request.personLanguage;
  const facts = await factsFor(deps, request, event, { personId: request.personId, language });
  const { mail, subject } = secondNoticeText[language];
  try {
    await deps.mailer.send({ to, subject: subject(request.number), text: mail(event, facts) });
    return 'mail';
  } catch (thrown) {
    if (!isFault(thrown) || (thrown.retryable && attempt < attemptsByMail)) throw thrown;
    deps.log.error({ requestId: request.id, fault: thrown.code }, 'a notice could not be sent by mail');
    return undefined;
  }
}

async function byManager(
  deps: RequestWorkerDeps,
  request: RemedyRequest,
  event: RequestEvent,
): Promise<'manager' | undefined> {
  const managerId = await deps.directory.managerOf(request.personId);
  // Who asked for it knows of it, and is no independent witness.
  if (managerId === undefined || isParty(request, managerId)) return undefined;
  const chat = await deps.store.transaction((tx) => tx.conversations.ofPerson(managerId));
  if (chat === undefined) return undefined;
  const language = chat.language ?? deps.staffLanguage;
  const facts = await factsFor(deps, request, event, { personId: managerId, language });
  const text = secondNoticeText[language].manager(event, facts);
  try {
    await deps.messenger.post(chat.address, { kind: 'text', text, language });
    return 'manager';
  } catch (thrown) {
    if (!hasBlocked(thrown)) throw thrown;
    return undefined;
  }
}

/** What is over and changed nothing leaves nothing to stop or take back. */
const stoppable: readonly RequestEvent[] = ['requested', 'approved', 'done', 'partial'];

async function factsFor(
  deps: RequestWorkerDeps,
  request: RemedyRequest,
  event: RequestEvent,
  reader: { readonly personId: string; readonly language: Language },
) {
  const { number, remedy } = request;
  const personName = plainLine(request.personName, 80);
  const link = stoppable.includes(event)
    ? `${deps.publicUrl}/not-me/${await deps.store.transaction((tx) => openNotMeLink(deps, tx, { request, ...reader }))}`
    : undefined;
  return { number, remedy, personName, link };
}
