import type { Language } from '../cases/language';
import type { RemedyRequest } from '../cases/remedyRequest';
import type { PendingConfirmation, StoreTransaction } from '../ports/store';
import type { RequestDeps } from './requestDeps';
import { sha256 } from './sha256';

/** Long enough to open the page and sign in, shorter than an approval holds. */
const confirmationValidMs = 15 * 60_000;

type Deps = Pick<RequestDeps, 'clock' | 'random'>;

/**
 * Keeps what takes effect only with a fresh sign-in of this person, and gives the secret of its link. The link alone
 * decides nothing: whoever else opens it has to sign in as somebody else, and is refused (SECURITY S2, S7).
 */
export async function openConfirmation(
  deps: Deps,
  tx: StoreTransaction,
  wish: {
    readonly request: RemedyRequest;
    readonly personId: string;
    readonly language: Language;
    readonly act: PendingConfirmation['act'];
    readonly validMs?: number;
  },
): Promise<string> {
  const token = deps.random.token();
  const now = deps.clock();
  await tx.confirmations.add({
    tokenHash: sha256(token),
    requestId: wish.request.id,
    digest: wish.request.digest,
    personId: wish.personId.toLowerCase(),
    language: wish.language,
    act: wish.act,
    createdAt: now,
    expiresAt: now + (wish.validMs ?? confirmationValidMs),
  });
  return token;
}
