import type { RemedyRequest } from '../cases/remedyRequest';
import type { PendingConfirmation } from '../ports/store';
import type { RequestDeps } from './requestDeps';
import { sha256 } from './sha256';

/** What waits for a sign-in. */
type SignInAct = Exclude<PendingConfirmation['act'], { kind: 'notMe' }>;

export interface FoundConfirmation {
  readonly pending: PendingConfirmation & { readonly act: SignInAct };
  readonly request: RemedyRequest;
  /** It can still be confirmed: in time, not used, and for the very plan that it was given for. */
  readonly open: boolean;
}

/** What a link is for; undefined where there never was such a link. */
export async function findConfirmation(
  deps: Pick<RequestDeps, 'store' | 'clock'>,
  token: string,
): Promise<FoundConfirmation | undefined> {
  return deps.store.transaction(async (tx) => {
    const pending = await tx.confirmations.byTokenHash(sha256(token));
    const request = pending && (await tx.requests.find(pending.requestId));
    if (pending === undefined || request === undefined) return undefined;
    const { act } = pending;
    if (act.kind === 'notMe') return undefined;
    const open =
      pending.usedAt === undefined && deps.clock() < pending.expiresAt && pending.digest === request.digest;
    return { pending: { ...pending, act }, request, open };
  });
}
