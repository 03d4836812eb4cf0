import { sameId } from '../cases/sameId';
import { isFault } from '../faults';
import type { ConversationAddress } from '../ports/messenger';
import type { RequestWorkerDeps } from './requestWorkerDeps';

/**
 * Who gets a view of their own of a request's card in a shared conversation: approvers first, then the other members.
 * Without a roster everybody sees the card with its buttons; what a press does is decided at the press all the same.
 */
export async function viewersIn(
  deps: Pick<RequestWorkerDeps, 'approvals' | 'roster' | 'log'>,
  address: ConversationAddress,
): Promise<readonly string[]> {
  if (address.kind === 'personal' || deps.roster === undefined) return [];
  try {
    const members = await deps.roster.members(address);
    const known = (personId: string) => deps.approvals.approverIds.some((id) => sameId(id, personId));
    const approvers = members.filter(({ personId }) => known(personId));
    const others = members.filter(({ personId }) => !known(personId));
    return [...approvers, ...others].map(({ teamsId }) => teamsId);
  } catch (thrown) {
    if (!isFault(thrown)) throw thrown;
    deps.log.warn({ fault: thrown.code }, 'the members of the staff channel could not be read');
    return [];
  }
}
