import type { Logger } from 'pino';
import type { CardTemplates } from '../cards/loadTemplates';
import type { ClaimLimits } from '../cases/claimTimes';
import type { Language } from '../cases/language';
import type { OnCall } from '../cases/onCall';
import type { Clock } from '../ports/clock';
import type { Directory } from '../ports/directory';
import type { ConversationAddress, Messenger } from '../ports/messenger';
import type { Store } from '../ports/store';
import type { Knowledge } from '../triage/knowledge';

/** What the jobs around a case need. */
export interface CaseWorkerDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly directory: Directory;
  readonly messenger: Messenger;
  readonly templates: CardTemplates;
  readonly knowledge: Knowledge;
  readonly staffChannel: ConversationAddress | undefined;
  readonly staffLanguage: Language;
  readonly claims: ClaimSettings;
  /** How to reach the helpdesk without the bot. */
  readonly helpdeskContact: string | undefined;
  readonly log: Logger;
}

/** Who takes cases, and how long that may last. */
export interface ClaimSettings {
  readonly limits: ClaimLimits;
  readonly onCall: OnCall;
}
