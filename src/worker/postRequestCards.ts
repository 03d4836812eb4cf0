import { withOwnViews } from '../cards/ownView';
import { approvalCard } from '../cards/requestCards';
import { type Fault, isFault } from '../faults';
import type { RemedyRequest } from '../cases/remedyRequest';
import type { Job } from '../ports/store';
import { requestJobKinds, requestJobSchema } from '../usecases/requestJobs';
import { readCallBack } from '../usecases/readCallBack';
import { readRequesterName } from '../usecases/readRequesterName';
import { sameConversation } from '../usecases/sameConversation';
import { sha256 } from '../usecases/sha256';
import { type Audience, requestAudience } from './requestAudience';
import type { RequestWorkerDeps } from './requestWorkerDeps';
import { viewersIn } from './viewersIn';

/**
 * Posts the card that asks approvers, one to each conversation, each with a token of its own of which only the hash
 * is stored. A retry leaves out the conversations that have their card.
 */
export function postRequestCards(deps: RequestWorkerDeps) {
  return async (job: Job): Promise<void> => {
    const { requestId } = requestJobSchema.parse(job.payload);
    const found = await deps.store.transaction(async (tx) => {
      const request = await tx.requests.find(requestId);
      if (request === undefined || !asks(request)) return undefined;
      const posted = await tx.cards.ofRequest(requestId);
      const audience = await requestAudience(deps, tx, request);
      return { request, audience, posted: posted.map(({ message }) => message.address.conversationId) };
    });
    if (found === undefined) return;
    const { request, audience, posted } = found;
    const shown = {
      requesterName: await readRequesterName(deps.directory, request),
      callBack: await readCallBack(deps.directory, request),
    };
    const open = audience.filter(
      ({ address }) => !posted.some((id) => sameConversation(id, address.conversationId)),
    );
    const faults: Fault[] = [];
    for (const one of open) {
      const fault = await postTo(deps, request, one, shown);
      if (fault !== undefined) faults.push(fault);
    }
    const later = faults.find(({ retryable }) => retryable);
    if (later !== undefined) throw later;
    if (posted.length + open.length === faults.length) await nobodyAsked(deps, request);
  };
}

function asks({ state }: RemedyRequest): boolean {
  return state === 'pending' || state === 'awaitingProof';
}

/** One chat that is closed to us must not keep the others from being asked. */
async function postTo(
  deps: RequestWorkerDeps,
  request: RemedyRequest,
  { address, language }: Audience,
  shown: Omit<Parameters<typeof approvalCard>[2], 'token' | 'language'>,
): Promise<Fault | undefined> {
  const token = deps.random.token();
  const { card: forAll, summary } = approvalCard(deps.templates, request, { ...shown, language, token });
  const card = withOwnViews(forAll, token, await viewersIn(deps, address));
  try {
    const message = await deps.messenger.post(address, { kind: 'card', card, summary });
    await deps.store.transaction(async (tx) => {
      const { id: requestId, expiresAt } = request;
      await tx.cards.add({ requestId, message, tokenHash: sha256(token), expiresAt });
      const now = await tx.requests.find(requestId);
      // Changed while this card was on its way: it must not go on asking for what is over.
      if (now?.version !== request.version) {
        await tx.outbox.add({ kind: requestJobKinds.editRequestCards, payload: { requestId } });
      }
    });
    return undefined;
  } catch (thrown) {
    if (!isFault(thrown)) throw thrown;
    deps.log.warn({ requestId: request.id, fault: thrown.code }, 'a request card could not be posted');
    return thrown;
  }
}

async function nobodyAsked(deps: RequestWorkerDeps, request: RemedyRequest): Promise<void> {
  deps.log.error(
    { requestId: request.id },
    'no approver can be reached: no staff channel and no chat with an approver',
  );
  await deps.store.transaction((tx) =>
    tx.audit.append({
      event: 'request.nobodyAsked',
      actorId: 'monban',
      caseId: request.caseId,
      requestId: request.id,
    }),
  );
}
