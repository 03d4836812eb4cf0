import { handoverCard } from '../cards/handoverCard';
import type { Case } from '../cases/case';
import type { MessageContent, PostedMessage } from '../ports/messenger';
import type { Job } from '../ports/store';
import { conversationText } from '../text/conversationText';
import { isFault } from '../faults';
import { assess } from '../triage/assess';
import { caseJobSchema } from '../usecases/caseJobs';
import { retryOnConflict } from '../usecases/retryOnConflict';
import type { CaseWorkerDeps } from './caseWorkerDeps';

/** Posts a case's card in the staff channel and remembers where it is: its thread is the case's. */
export async function postCaseCard(deps: CaseWorkerDeps, found: Case): Promise<void> {
  if (deps.staffChannel === undefined) return;
  const posted = await deps.messenger.post(deps.staffChannel, await cardOf(deps, found));
  await rememberCard(deps, found.id, posted);
}

/** Brings a case's card to its present state; a case that was taken before it had one gets it now. */
export function editCaseCard(deps: CaseWorkerDeps) {
  return async (job: Job): Promise<void> => {
    const { caseId } = caseJobSchema.parse(job.payload);
    let shown: number | undefined;
    for (;;) {
      const found = await deps.store.transaction((tx) => tx.cases.find(caseId));
      // Two edits at once may overtake each other; whoever comes last looks again whether it showed the last state.
      if (found === undefined || found.version === shown) return;
      shown = found.version;
      if (found.handoff?.card !== undefined) await edit(deps, found, found.handoff.card);
      else if (found.ownerId !== undefined) await postCaseCard(deps, found);
    }
  };
}

async function edit(deps: CaseWorkerDeps, found: Case, card: PostedMessage): Promise<void> {
  try {
    await deps.messenger.edit(card, await cardOf(deps, found));
  } catch (thrown) {
    // A card that somebody deleted needs no edit; what may work later is tried again.
    if (!isFault(thrown) || thrown.retryable) throw thrown;
    deps.log.warn({ caseId: found.id, fault: thrown.code }, 'a case card could not be edited');
  }
}

async function cardOf(deps: CaseWorkerDeps, found: Case): Promise<MessageContent> {
  const { knowledge, staffLanguage: language, templates } = deps;
  const person = await deps.directory.person(found.personId).catch((thrown: unknown) => {
    // Staff have to hear of it also while the directory is silent.
    if (!isFault(thrown)) throw thrown;
    return undefined;
  });
  const request = await deps.store.transaction((tx) => tx.requests.latestFor(found.personId));
  const card = handoverCard(templates, knowledge, {
    case: found,
    person,
    assessment: assess(knowledge, found.findings),
    request: request?.caseId === found.id ? request : undefined,
    language,
  });
  return { kind: 'card', card, summary: conversationText[language].handoverHeading(found.number), language };
}

async function rememberCard(deps: CaseWorkerDeps, caseId: string, posted: PostedMessage): Promise<void> {
  await retryOnConflict(deps.store, async (tx) => {
    const found = await tx.cases.find(caseId);
    if (found === undefined) return;
    const handoff = found.handoff ?? { reason: 'taken' as const, at: deps.clock(), tried: [] };
    await tx.cases.save({ ...found, handoff: { ...handoff, card: posted } });
  });
}
