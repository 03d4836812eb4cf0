import { confirmLinkCard } from '../cards/confirmLinkCard';
import type { RemedyRequest } from '../cases/remedyRequest';
import type { Job } from '../ports/store';
import { openConfirmation } from '../usecases/openConfirmation';
import { requestJobKinds, runRemedySchema } from '../usecases/requestJobs';
import type { RequestWorkerDeps } from './requestWorkerDeps';

/** So long the job is left to the process that has the approver's token; then nobody has it (a restart). */
const leftToOthersMs = 10_000;
const lookAgainAfterMs = 1_000;

/**
 * The approver's token is not in this process. Another one may hold it, so the job is put back for a while; after that
 * the approver is asked to sign in once more, and is told how far it came.
 */
export async function askAgain(deps: RequestWorkerDeps, request: RemedyRequest, job: Job): Promise<void> {
  const { requestId, lookedSince = deps.clock() } = runRemedySchema.parse(job.payload);
  if (deps.clock() - lookedSince < leftToOthersMs) {
    await deps.store.transaction((tx) =>
      tx.outbox.add({
        kind: requestJobKinds.runRemedy,
        payload: { requestId, lookedSince },
        runAfter: deps.clock() + lookAgainAfterMs,
      }),
    );
    return;
  }
  const approverId = request.decision?.approverId;
  if (approverId === undefined) throw new Error('a remedy runs only after somebody approved it');
  const asked = await deps.store.transaction(async (tx) => {
    const chat = await tx.conversations.ofPerson(approverId);
    const language = chat?.language ?? deps.staffLanguage;
    const act = { kind: 'again' } as const;
    const token = await openConfirmation(deps, tx, { request, personId: approverId, language, act });
    await tx.audit.append({
      event: 'request.confirmationLost',
      actorId: 'monban',
      caseId: request.caseId,
      requestId,
      detail: { state: request.state, asked: chat !== undefined },
    });
    return { address: chat?.address ?? deps.staffChannel, language, token };
  });
  deps.log.warn(
    { requestId, state: request.state },
    'the approver’s token is lost: they are asked once more',
  );
  if (asked.address === undefined) return;
  const { card, summary } = confirmLinkCard(deps.templates, {
    request,
    why: request.state === 'running' ? 'lostHalfway' : 'lost',
    link: `${deps.publicUrl}/confirm/${asked.token}`,
    language: asked.language,
  });
  await deps.messenger.post(asked.address, { kind: 'card', card, summary, language: asked.language });
}
