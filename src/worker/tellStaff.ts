import { z } from 'zod/v4';
import { handoverCard } from '../cards/handoverCard';
import type { CardTemplates } from '../cards/loadTemplates';
import type { Case } from '../cases/case';
import type { Language } from '../cases/language';
import type { Directory } from '../ports/directory';
import type { ConversationAddress, Messenger } from '../ports/messenger';
import type { Job, Store } from '../ports/store';
import { conversationText } from '../text/conversationText';
import { assess } from '../triage/assess';
import type { Knowledge } from '../triage/knowledge';

const payload = z.object({ caseId: z.string() });

export interface TellStaffDeps {
  readonly store: Store;
  readonly directory: Directory;
  readonly messenger: Messenger;
  readonly templates: CardTemplates;
  readonly knowledge: Knowledge;
  readonly staffChannel: ConversationAddress | undefined;
  readonly staffLanguage: Language;
}

/** Posts a handed-over case in the staff channel, and only then tells the person that somebody has it. */
export function tellStaff(deps: TellStaffDeps) {
  return async (job: Job): Promise<void> => {
    const { caseId } = payload.parse(job.payload);
    const found = await deps.store.transaction((tx) => tx.cases.find(caseId));
    if (found === undefined || deps.staffChannel === undefined) return;
    if (!(await isOnIncidentCard(deps.store, found))) await postHandover(deps, deps.staffChannel, found);
    await deps.store.transaction(async (tx) => {
      await tx.outbox.add({
        kind: 'tell-handed-over',
        payload: { caseId },
        idempotencyKey: `tell-handed-over:${caseId}`,
      });
      await tx.audit.append({ event: 'case.staffTold', actorId: 'monban', caseId });
    });
  };
}

/** Cases of an open incident are on its card; one with a red flag gets its own all the same. */
function isOnIncidentCard(store: Store, { id, redFlags }: Case): Promise<boolean> {
  return store.transaction(
    async (tx) => (redFlags ?? []).length === 0 && (await tx.incidents.ofCase(id)) !== undefined,
  );
}

async function postHandover(deps: TellStaffDeps, channel: ConversationAddress, found: Case): Promise<void> {
  const language = deps.staffLanguage;
  const card = handoverCard(deps.templates, deps.knowledge, {
    case: found,
    person: await deps.directory.person(found.personId),
    assessment: assess(deps.knowledge, found.findings),
    language,
  });
  const summary = conversationText[language].handoverHeading(found.number);
  await deps.messenger.post(channel, { kind: 'card', card, summary });
}

/** Tells the person that the helpdesk has the case. */
export function tellHandedOver(deps: Pick<TellStaffDeps, 'store' | 'messenger'>) {
  return async (job: Job): Promise<void> => {
    const { caseId } = payload.parse(job.payload);
    const [found, chat] = await deps.store.transaction(async (tx) => {
      const stored = await tx.cases.find(caseId);
      return [stored, stored && (await tx.conversations.ofPerson(stored.openerId))] as const;
    });
    if (found === undefined || chat === undefined) return;
    const text = conversationText[chat.language ?? found.language].handedOver(found.number);
    await deps.messenger.post(chat.address, { kind: 'text', text });
  };
}
