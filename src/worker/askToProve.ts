import { confirmLinkCard } from '../cards/confirmLinkCard';
import { removalsOf } from '../cases/remedyPlan';
import type { RemedyRequest } from '../cases/remedyRequest';
import type { Job } from '../ports/store';
import { openConfirmation } from '../usecases/openConfirmation';
import { readTarget } from '../usecases/readTarget';
import { requestJobSchema } from '../usecases/requestJobs';
import type { RequestWorkerDeps } from './requestWorkerDeps';

/**
 * Offers the person to show who they are by a method that is left to them: a fresh sign-in, in their own chat. Only where
 * an authentication context makes sure that the sign-in takes more than a password (SECURITY S6).
 */
export function askToProve(deps: RequestWorkerDeps) {
  return async (job: Job): Promise<void> => {
    const { requestId } = requestJobSchema.parse(job.payload);
    const request = await deps.store.transaction((tx) => tx.requests.find(requestId));
    if (request?.state !== 'awaitingProof') return;
    if (deps.approvals.policy.confirmation.authContexts.length === 0) return;
    const target = await readTarget(deps, request);
    if (!target.ok || !target.row.proofs.includes('remaining-method')) return;
    if (!(await hasMethodLeft(deps, request))) return;
    const { personId } = request;
    const chat = await deps.store.transaction((tx) => tx.conversations.ofPerson(personId));
    if (chat === undefined) return;
    const language = chat.language ?? request.personLanguage;
    const act = { kind: 'prove' } as const;
    const token = await deps.store.transaction((tx) =>
      openConfirmation(deps, tx, {
        request,
        personId,
        language,
        act,
        validMs: request.expiresAt - deps.clock(),
      }),
    );
    const link = `${deps.publicUrl}/confirm/${token}`;
    const content = confirmLinkCard(deps.templates, { request, why: 'prove', link, language });
    await deps.messenger.post(chat.address, { kind: 'card', ...content, language });
  };
}

/** One that the plan does not take away: what is to go is what does not work any more. */
async function hasMethodLeft(deps: RequestWorkerDeps, { personId, plan }: RemedyRequest): Promise<boolean> {
  const removed = removalsOf(plan).map(({ id }) => id);
  const methods = await deps.directory.methods(personId);
  return methods.some(
    ({ id, kind }) => kind !== 'password' && kind !== 'temporary-access-pass' && !removed.includes(id),
  );
}
