import type { Logger } from 'pino';
import { sameId } from '../cases/sameId';
import { isFault } from '../faults';
import type { ConversationAddress } from '../ports/messenger';
import type { Roster } from '../ports/roster';

/** Somebody is one of the staff whom the settings name or who is in the staff channel, read at the moment it matters; in doubt they are not. */
export function createIsStaff(deps: {
  readonly roster: Roster;
  readonly staffChannel: ConversationAddress | undefined;
  /** Those whom the settings name: on call, or approvers. */
  readonly named: readonly string[];
  readonly log: Logger;
}): (personId: string) => Promise<boolean> {
  return async (personId) => {
    if (deps.named.some((id) => sameId(id, personId))) return true;
    if (deps.staffChannel === undefined) return false;
    try {
      const members = await deps.roster.members(deps.staffChannel);
      return members.some((member) => sameId(member.personId, personId));
    } catch (thrown) {
      if (!isFault(thrown)) throw thrown;
      deps.log.warn({ fault: thrown.code }, 'the members of the staff channel could not be read');
      return false;
    }
  };
}
