import { stateCard } from '../cards/requestCards';
import type { RemedyRequest } from '../cases/remedyRequest';
import { type Fault, isFault } from '../faults';
import type { Job, PostedCard } from '../ports/store';
import { requestJobSchema } from '../usecases/requestJobs';
import { sameConversation } from '../usecases/sameConversation';
import { readRequesterName } from './readRequesterName';
import { requestAudience } from './requestAudience';
import type { RequestWorkerDeps } from './requestWorkerDeps';

/**
 * Brings every posted card of a request to its present state. The store decides; a card that cannot be edited now is
 * edited later and changes nothing about what was decided (SECURITY S21).
 */
export function editRequestCards(deps: RequestWorkerDeps) {
  return async (job: Job): Promise<void> => {
    const { requestId } = requestJobSchema.parse(job.payload);
    let shown: number | undefined;
    for (;;) {
      const present = await presentState(deps, requestId);
      // Two edits at once may overtake each other; whoever comes last looks again whether it showed the last state.
      if (present === undefined || present.request.version === shown) return;
      await editAll(deps, present);
      shown = present.request.version;
    }
  };
}

interface Present {
  readonly request: RemedyRequest;
  readonly cards: readonly (PostedCard & { readonly language: 'ja' | 'en' })[];
}

async function presentState(deps: RequestWorkerDeps, requestId: string): Promise<Present | undefined> {
  return deps.store.transaction(async (tx) => {
    const request = await tx.requests.find(requestId);
    if (request === undefined || request.state === 'pending') return undefined;
    const audience = await requestAudience(deps, tx, request);
    const cards = (await tx.cards.ofRequest(requestId)).map((card) => {
      const place = audience.find(({ address }) =>
        sameConversation(address.conversationId, card.message.address.conversationId),
      );
      return { ...card, language: place?.language ?? deps.staffLanguage };
    });
    return { request, cards };
  });
}

async function editAll(deps: RequestWorkerDeps, { request, cards }: Present): Promise<void> {
  const requesterName = await readRequesterName(deps.directory, request);
  const faults: Fault[] = [];
  for (const { message, language } of cards) {
    const { card, summary } = stateCard(deps.templates, request, { language, requesterName });
    try {
      await deps.messenger.edit(message, { kind: 'card', card, summary });
    } catch (thrown) {
      if (!isFault(thrown)) throw thrown;
      faults.push(thrown);
      deps.log.warn({ requestId: request.id, fault: thrown.code }, 'a request card could not be edited');
    }
  }
  // A message that is gone (somebody deleted it) needs no edit; what may work later is tried again.
  const later = faults.find(({ retryable }) => retryable);
  if (later !== undefined) throw later;
}
