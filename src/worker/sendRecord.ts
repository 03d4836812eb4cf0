import type { CardTemplates } from '../cards/loadTemplates';
import type { Language } from '../cases/language';
import type { Clock } from '../ports/clock';
import type { Directory } from '../ports/directory';
import type { ConversationAddress, Messenger } from '../ports/messenger';
import type { Job, Store } from '../ports/store';
import { recordCard } from '../records/recordCard';
import { recordSheet } from '../records/recordSheet';
import type { Knowledge } from '../triage/knowledge';
import { sendRecordSchema } from '../usecases/askForRecord';
import { readRecord } from '../usecases/readRecord';

interface SendRecordDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly directory: Directory;
  readonly messenger: Messenger;
  readonly templates: CardTemplates;
  readonly knowledge: Knowledge;
  readonly staffChannel: ConversationAddress | undefined;
  readonly staffLanguage: Language;
}

/** Posts a case's work record in the staff channel, in the language that is read there. */
export function sendRecord(deps: SendRecordDeps) {
  return async (job: Job): Promise<void> => {
    const wish = sendRecordSchema.parse(job.payload);
    const facts = await readRecord(deps, wish);
    if (facts === undefined || deps.staffChannel === undefined) return;
    const sheet = recordSheet(deps.knowledge, facts, deps.staffLanguage);
    const card = recordCard(deps.templates, sheet, undefined);
    await deps.messenger.post(deps.staffChannel, {
      kind: 'card',
      card,
      summary: sheet.title,
      language: deps.staffLanguage,
    });
  };
}
