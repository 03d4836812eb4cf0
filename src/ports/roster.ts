import type { ConversationAddress } from './messenger';

/** Somebody in a conversation: their Teams user id, and their Entra object id in lower case. */
export interface Member {
  readonly teamsId: string;
  readonly personId: string;
}

/** Who is in a conversation of Teams. Throws Faults `teams-*`. */
export interface Roster {
  members(address: ConversationAddress): Promise<readonly Member[]>;
}
