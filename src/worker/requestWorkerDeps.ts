import type { CardTemplates } from '../cards/loadTemplates';
import type { Language } from '../cases/language';
import type { AccountRemedies } from '../ports/accountRemedies';
import type { ConversationAddress, Messenger } from '../ports/messenger';
import type { PassLocker } from '../ports/passLocker';
import type { RequestDeps } from '../usecases/requestDeps';

/** What the jobs of a request need, on top of what deciding it needs. */
export interface RequestWorkerDeps extends RequestDeps {
  readonly remedies: AccountRemedies;
  readonly messenger: Messenger;
  readonly locker: PassLocker;
  readonly templates: CardTemplates;
  readonly staffChannel: ConversationAddress | undefined;
  readonly staffLanguage: Language;
  /** Where our own pages are reached, without a slash at the end. */
  readonly publicUrl: string;
}
