import type { RemedyRequest } from '../cases/remedyRequest';
import type { StoreTransaction } from '../ports/store';
import { sameConversation } from './sameConversation';
import { sha256 } from './sha256';

/** Which request is meant: by the opaque token of a card, or by the number that a person typed. */
export type RequestReference =
  | {
      readonly token: string;
      /** The message whose button was pressed, where the channel says so. */
      readonly activityId?: string | undefined;
    }
  | { readonly number: string };

/**
 * Finds the request that is meant. A token counts only in the conversation (and message) it was posted to and until
 * it expires; anything else finds nothing, and the token stays good for where it belongs (SECURITY S2).
 */
export async function findRequest(
  tx: StoreTransaction,
  said: { readonly reference: RequestReference; readonly conversationId: string },
  now: number,
): Promise<RemedyRequest | undefined> {
  const { reference } = said;
  if ('number' in reference) return tx.requests.findByNumber(reference.number.trim().toUpperCase());
  const card = await tx.cards.byTokenHash(sha256(reference.token));
  if (card === undefined) return undefined;
  const { address, activityId } = card.message;
  const elsewhere =
    !sameConversation(address.conversationId, said.conversationId) ||
    (reference.activityId !== undefined && reference.activityId !== activityId);
  const request = elsewhere ? undefined : await tx.requests.find(card.requestId);
  // A request that is over is found after its card expired too: who presses late is told what came of it.
  const waits = request?.state === 'pending' || request?.state === 'awaitingProof';
  return waits && now >= card.expiresAt ? undefined : request;
}
