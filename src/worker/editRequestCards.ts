import { withOwnViews } from '../cards/ownView';
import { approvalCard, stateCard } from '../cards/requestCards';
import type { RemedyRequest } from '../cases/remedyRequest';
import { type Fault, isFault } from '../faults';
import type { Job, PostedCard } from '../ports/store';
import { editRequestCardsSchema } from '../usecases/requestJobs';
import { readCallBack } from '../usecases/readCallBack';
import { readRequesterName } from '../usecases/readRequesterName';
import { sameConversation } from '../usecases/sameConversation';
import { sha256 } from '../usecases/sha256';
import { requestAudience } from './requestAudience';
import type { RequestWorkerDeps } from './requestWorkerDeps';
import { viewersIn } from './viewersIn';

/**
 * Brings every posted card of a request to its present state. The store decides; a card that cannot be edited now is
 * edited later and changes nothing about what was decided (SECURITY S21).
 */
export function editRequestCards(deps: RequestWorkerDeps) {
  return async (job: Job): Promise<void> => {
    const { exceptIn, requestId } = editRequestCardsSchema.parse(job.payload);
    let shown: number | undefined;
    for (;;) {
      const present = await presentState(deps, requestId);
      // Two edits at once may overtake each other; whoever comes last looks again whether it showed the last state.
      if (present === undefined || present.request.version === shown) return;
      const isLeft = ({ message }: PostedCard) =>
        exceptIn !== undefined && sameConversation(exceptIn, message.address.conversationId);
      // Left is the state that it was written for; what has come since is shown everywhere.
      const cards = shown === undefined ? present.cards.filter((card) => !isLeft(card)) : present.cards;
      await editAll(deps, { ...present, cards });
      shown = present.request.version;
    }
  };
}

interface Present {
  readonly request: RemedyRequest;
  readonly cards: readonly (PostedCard & {
    readonly language: 'ja' | 'en';
    /** It is one of those that ask approvers; the manager's own has no more than the state to show. */
    readonly asksApprovers: boolean;
  })[];
}

async function presentState(deps: RequestWorkerDeps, requestId: string): Promise<Present | undefined> {
  return deps.store.transaction(async (tx) => {
    const request = await tx.requests.find(requestId);
    if (request === undefined || request.state === 'draft') return undefined;
    const audience = await requestAudience(deps, tx, request);
    const cards = eachMessageOnce(await tx.cards.ofRequest(requestId)).map((card) => {
      const place = audience.find(({ address }) =>
        sameConversation(address.conversationId, card.message.address.conversationId),
      );
      const language = place?.language ?? request.personLanguage;
      return { ...card, language, asksApprovers: place !== undefined };
    });
    // The manager's card has buttons of its own for as long as somebody may still vouch.
    const stays = request.state === 'awaitingProof';
    return { request, cards: stays ? cards.filter(({ asksApprovers }) => asksApprovers) : cards };
  });
}

function eachMessageOnce(cards: readonly PostedCard[]): readonly PostedCard[] {
  const key = ({ message }: PostedCard) => `${message.address.conversationId} ${message.activityId}`;
  return [...new Map(cards.map((card) => [key(card), card])).values()];
}

async function editAll(deps: RequestWorkerDeps, { request, cards }: Present): Promise<void> {
  const requesterName = await readRequesterName(deps.directory, request);
  const callBack = await readCallBack(deps.directory, request);
  const faults: Fault[] = [];
  for (const posted of cards) {
    const reader = { language: posted.language, requesterName, callBack };
    const fault = await editOne(deps, request, posted, reader);
    if (fault !== undefined) faults.push(fault);
  }
  // A message that is gone (somebody deleted it) needs no edit; what may work later is tried again.
  const later = faults.find(({ retryable }) => retryable);
  if (later !== undefined) throw later;
}

/** A card that still asks gets a further token, as of the first only the hash is known; a client that shows the old card can still use it. */
async function editOne(
  deps: RequestWorkerDeps,
  request: RemedyRequest,
  posted: Present['cards'][number],
  reader: Omit<Parameters<typeof approvalCard>[2], 'token'>,
): Promise<Fault | undefined> {
  const { message } = posted;
  const asks = posted.asksApprovers && (request.state === 'pending' || request.state === 'awaitingProof');
  const token = deps.random.token();
  const { card, summary } = asks
    ? approvalCard(deps.templates, request, { ...reader, token })
    : stateCard(deps.templates, request, reader);
  const viewers = asks ? await viewersIn(deps, message.address) : [];
  try {
    if (asks) await deps.store.transaction((tx) => tx.cards.add({ ...posted, tokenHash: sha256(token) }));
    await deps.messenger.edit(message, { kind: 'card', card: withOwnViews(card, token, viewers), summary });
    return undefined;
  } catch (thrown) {
    if (!isFault(thrown)) throw thrown;
    deps.log.warn({ requestId: request.id, fault: thrown.code }, 'a request card could not be edited');
    return thrown;
  }
}
