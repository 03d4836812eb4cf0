import { vouchCard } from '../cards/vouchCard';
import type { Job } from '../ports/store';
import { readTarget } from '../usecases/readTarget';
import { requestJobSchema } from '../usecases/requestJobs';
import { sha256 } from '../usecases/sha256';
import type { RequestWorkerDeps } from './requestWorkerDeps';

/**
 * Asks the directory's manager to vouch, on a card of their own, where the policy takes their word and they have a chat
 * with the bot. Nobody else gets this card, and only they can answer it (SECURITY S6).
 */
export function askManager(deps: RequestWorkerDeps) {
  return async (job: Job): Promise<void> => {
    const { requestId } = requestJobSchema.parse(job.payload);
    const request = await deps.store.transaction((tx) => tx.requests.find(requestId));
    if (request?.state !== 'awaitingProof') return;
    const target = await readTarget(deps, request);
    if (!target.ok || !target.row.proofs.includes('manager-vouched')) return;
    const managerId = await deps.directory.managerOf(request.personId);
    if (managerId === undefined) return;
    const chat = await deps.store.transaction((tx) => tx.conversations.ofPerson(managerId));
    if (chat === undefined) return;
    const token = deps.random.token();
    const language = chat.language ?? deps.staffLanguage;
    const content = vouchCard(deps.templates, request, { language, token });
    const message = await deps.messenger.post(chat.address, { kind: 'card', ...content });
    const { expiresAt } = request;
    await deps.store.transaction((tx) =>
      tx.cards.add({ requestId, message, tokenHash: sha256(token), expiresAt }),
    );
  };
}
