import type { CardTemplates } from '../cards/loadTemplates';
import type { AccountRemedies } from '../ports/accountRemedies';
import type { DelegatedTokens } from '../ports/delegatedTokens';
import type { Mailer } from '../ports/mailer';
import type { ConversationAddress, Messenger } from '../ports/messenger';
import type { PassLocker } from '../ports/passLocker';
import type { Roster } from '../ports/roster';
import type { Secret } from '../secret';
import type { RequestDeps } from '../usecases/requestDeps';

/** What the jobs of a request need, on top of what deciding it needs. */
export interface RequestWorkerDeps extends RequestDeps {
  /** By the bot's own application permission; `lendRemedies` says in whose name a request is done. */
  readonly remedies: AccountRemedies;
  /** In approvers' own names: the default. Absent where nobody can sign in. */
  readonly delegated?:
    | { readonly tokens: DelegatedTokens; readonly remediesWith: (token: Secret) => AccountRemedies }
    | undefined;
  readonly messenger: Messenger;
  /** A second way to tell people; absent where no mailbox is set for it. */
  readonly mailer?: Mailer | undefined;
  /** Who is in the staff channel, for views of their own; absent, everybody there sees the same card. */
  readonly roster?: Roster | undefined;
  readonly locker: PassLocker;
  readonly templates: CardTemplates;
  readonly staffChannel: ConversationAddress | undefined;
  /** Where our own pages are reached, without a slash at the end. */
  readonly publicUrl: string;
}
