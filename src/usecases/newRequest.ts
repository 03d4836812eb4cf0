import { canonicalPlan } from '../cases/canonicalPlan';
import type { Case } from '../cases/case';
import { chatPhrase, phraseWords } from '../cases/chatPhrase';
import type { Language } from '../cases/language';
import type { RemedyRequest } from '../cases/remedyRequest';
import { sameId } from '../cases/sameId';
import type { StoreTransaction } from '../ports/store';
import { drawNumber } from './drawNumber';
import type { Planned } from './planRemedy';
import type { RemedyWish } from './remedyWish';
import type { RequestDeps } from './requestDeps';
import { sha256 } from './sha256';

/** The request that comes of a wish: what was planned, bound to its digest, and who has to do with it. */
export async function newRequest(
  deps: RequestDeps,
  tx: StoreTransaction,
  wish: RemedyWish,
  planned: Extract<Planned, { ok: true }>,
  known: Case,
): Promise<RemedyRequest> {
  const now = deps.clock();
  return {
    tenantId: known.tenantId,
    id: deps.random.id(),
    number: await freeNumber(deps, tx),
    caseId: known.id,
    state: 'awaitingProof',
    version: 1,
    remedy: wish.remedy,
    personId: wish.personId,
    personName: planned.person.displayName,
    personUpn: planned.person.userPrincipalName,
    personLanguage: wish.language,
    requesterId: wish.requesterId,
    openerId: wish.openerId,
    // Who the store knows to have opened the case may not approve either, whoever the caller says it was.
    ...(sameId(known.openerId, wish.openerId) ? {} : { alsoAskedBy: [known.openerId] }),
    plan: planned.plan,
    digest: sha256(canonicalPlan(planned.plan)),
    createdAt: now,
    expiresAt: now + Math.min(deps.approvals.requestValidMs, planned.row.requestValidMinutes * 60_000),
    door: wish.door,
    personKind: planned.kind,
    ...(wish.door === 'own' ? { phrase: newPhrase(deps, wish.language) } : {}),
    ...(wish.goesOn === undefined ? {} : kept(wish.goesOn.from)),
    ...(deps.approvals.dryRun === true ? { dryRun: true } : {}),
    approvals: [],
    journal: [],
  };
}

/** Who asked and who made sure of the identity stay; how fresh that still is, the approval looks at. */
function kept({ alsoAskedBy, phrase, proof }: RemedyRequest): Partial<RemedyRequest> {
  return {
    ...(alsoAskedBy === undefined ? {} : { alsoAskedBy }),
    ...(phrase === undefined ? {} : { phrase }),
    ...(proof === undefined ? {} : { proof, state: 'pending' }),
  };
}

function newPhrase({ random }: RequestDeps, language: Language): string {
  return chatPhrase(language, [random.below(phraseWords), random.below(phraseWords)]);
}

function freeNumber({ random }: RequestDeps, tx: StoreTransaction): Promise<string> {
  return drawNumber(random, 'R', async (number) => (await tx.requests.findByNumber(number)) === undefined);
}
