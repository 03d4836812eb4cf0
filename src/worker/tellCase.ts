import type { Case } from '../cases/case';
import { isOver } from '../cases/whoHasIt';
import type { Job } from '../ports/store';
import { caseText } from '../text/caseText';
import { type CaseEvent, tellCaseSchema } from '../usecases/caseJobs';
import type { CaseWorkerDeps } from './caseWorkerDeps';

/** Tells the person concerned who has their case now, or that it came back or is done. What is overtaken is not told. */
export function tellCase(deps: Pick<CaseWorkerDeps, 'store' | 'messenger'>) {
  return async (job: Job): Promise<void> => {
    const { caseId, event, ownerId } = tellCaseSchema.parse(job.payload);
    const [found, chat] = await deps.store.transaction(async (tx) => {
      const stored = await tx.cases.find(caseId);
      return [stored, stored && (await tx.conversations.ofPerson(stored.personId))] as const;
    });
    if (found === undefined || chat === undefined || isOvertaken(found, event, ownerId)) return;
    const language = chat.language ?? found.language;
    await deps.messenger.post(chat.address, {
      kind: 'text',
      text: wordsFor(found, event, language),
      language,
    });
  };
}

function isOvertaken(found: Case, event: CaseEvent, then: string | undefined): boolean {
  return found.ownerId !== then || (event === 'resolved') !== isOver(found);
}

function wordsFor({ handoff, number }: Case, event: CaseEvent, language: 'ja' | 'en'): string {
  const words = caseText[language].person;
  const name = handoff?.owner?.name ?? '';
  return event === 'handedBack' ? words.handedBack : words[event](name, number);
}
