import { notMeValidMs } from '../cases/noticeAge';
import type { PendingConfirmation, StoreTransaction } from '../ports/store';
import type { RemedyRequest } from '../cases/remedyRequest';
import { sameId } from '../cases/sameId';
import { callSecurity } from './callSecurity';
import { freezeFor } from './freezeRequest';
import { openConfirmation } from './openConfirmation';
import type { RequestDeps } from './requestDeps';
import { retryOnConflict } from './retryOnConflict';
import { sha256 } from './sha256';

interface NotMeLink {
  readonly pending: PendingConfirmation;
  readonly request: RemedyRequest;
  readonly tooOld: boolean;
}

/** Gives the secret of a link by which somebody who was told says that it was not the person, without a sign-in: it only stops things. */
export function openNotMeLink(
  deps: Pick<RequestDeps, 'clock' | 'random'>,
  tx: StoreTransaction,
  told: { readonly request: RemedyRequest; readonly personId: string; readonly language: 'ja' | 'en' },
): Promise<string> {
  return openConfirmation(deps, tx, { ...told, act: { kind: 'notMe' }, validMs: notMeValidMs });
}

/** What such a link is about, and whether its 14 days are over; undefined where there is none. */
export async function findNotMeLink(
  deps: Pick<RequestDeps, 'store' | 'clock'>,
  token: string,
): Promise<NotMeLink | undefined> {
  return deps.store.transaction(async (tx) => {
    const pending = await tx.confirmations.byTokenHash(sha256(token));
    if (pending?.act.kind !== 'notMe') return undefined;
    const request = await tx.requests.find(pending.requestId);
    return request && { pending, request, tooOld: deps.clock() >= pending.expiresAt };
  });
}

/**
 * "That was not me", from a notice: everything about the person stops and security is called, once for each link. By one
 * that is too old nothing is stopped by itself, not even what is open by then: security is called, and a person looks.
 */
export async function reportNotMe(deps: RequestDeps, token: string): Promise<NotMeLink | undefined> {
  const found = await findNotMeLink(deps, token);
  if (found === undefined) return undefined;
  const { pending, request } = found;
  const first = await deps.store.transaction((tx) => tx.confirmations.use(pending.tokenHash));
  if (!first) return found;
  const why = sameId(pending.personId, request.personId) ? 'notMe' : 'managerSaysNo';
  const reported = { personId: request.personId, actorId: pending.personId, why } as const;
  if (found.tooOld) {
    const tooOld = { caseId: request.caseId, requestId: request.id };
    await retryOnConflict(deps.store, (tx) => callSecurity(deps, tx, { ...reported, tooOld }));
  } else {
    await freezeFor(deps, { ...reported, language: pending.language });
  }
  return found;
}
