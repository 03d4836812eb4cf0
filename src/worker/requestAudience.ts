import { isParty } from '../cases/approvalPolicy';
import type { Language } from '../cases/language';
import type { RemedyRequest } from '../cases/remedyRequest';
import type { ConversationAddress } from '../ports/messenger';
import type { StoreTransaction } from '../ports/store';
import type { RequestWorkerDeps } from './requestWorkerDeps';

/** A conversation in which approvers are asked, and the language that is read there. */
export interface Audience {
  readonly address: ConversationAddress;
  readonly language: Language;
}

/**
 * Where a request is shown: the staff channel, and each configured approver who has a chat with the bot and is no
 * party of the request. Approvers by group alone are not listed anywhere we may read, so they use the channel.
 */
export async function requestAudience(
  deps: Pick<RequestWorkerDeps, 'approvals' | 'staffChannel' | 'staffLanguage'>,
  tx: StoreTransaction,
  request: RemedyRequest,
): Promise<readonly Audience[]> {
  const audience: Audience[] = [];
  if (deps.staffChannel !== undefined)
    audience.push({ address: deps.staffChannel, language: deps.staffLanguage });
  for (const id of deps.approvals.approverIds.filter((approverId) => !isParty(request, approverId))) {
    const chat = await tx.conversations.ofPerson(id.toLowerCase());
    if (chat !== undefined)
      audience.push({ address: chat.address, language: chat.language ?? deps.staffLanguage });
  }
  return audience;
}
