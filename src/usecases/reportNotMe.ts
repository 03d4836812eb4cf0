import type { PendingConfirmation, StoreTransaction } from '../ports/store';
import type { RemedyRequest } from '../cases/remedyRequest';
import { sameId } from '../cases/sameId';
import { freezeFor } from './freezeRequest';
import { openConfirmation } from './openConfirmation';
import type { RequestDeps } from './requestDeps';
import { sha256 } from './sha256';

/** A pass or a new phone may turn up only days later. */
const linkValidMs = 14 * 24 * 60 * 60_000;

interface NotMeLink {
  readonly pending: PendingConfirmation;
  readonly request: RemedyRequest;
}

/** Gives the secret of a link by which somebody who was told says that it was not the person, without a sign-in: it only stops things. */
export function openNotMeLink(
  deps: Pick<RequestDeps, 'clock' | 'random'>,
  tx: StoreTransaction,
  told: { readonly request: RemedyRequest; readonly personId: string; readonly language: 'ja' | 'en' },
): Promise<string> {
  return openConfirmation(deps, tx, { ...told, act: { kind: 'notMe' }, validMs: linkValidMs });
}

/** What such a link is about; undefined where there is none, or its time is over. */
export async function findNotMeLink(
  deps: Pick<RequestDeps, 'store' | 'clock'>,
  token: string,
): Promise<NotMeLink | undefined> {
  return deps.store.transaction(async (tx) => {
    const pending = await tx.confirmations.byTokenHash(sha256(token));
    if (pending?.act.kind !== 'notMe' || deps.clock() >= pending.expiresAt) return undefined;
    const request = await tx.requests.find(pending.requestId);
    return request && { pending, request };
  });
}

/** "That was not me", from a notice: everything about the person stops and security is called, once for each link. */
export async function reportNotMe(deps: RequestDeps, token: string): Promise<NotMeLink | undefined> {
  const found = await findNotMeLink(deps, token);
  if (found === undefined) return undefined;
  const { pending, request } = found;
  const first = await deps.store.transaction((tx) => tx.confirmations.use(pending.tokenHash));
  if (first) {
    const why = sameId(pending.personId, request.personId) ? 'notMe' : 'managerSaysNo';
    await freezeFor(deps, { personId: request.personId, actorId: pending.personId, why });
  }
  return found;
}
