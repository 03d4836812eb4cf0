import type { ConnectorClient } from 'botframework-connector';
import { z } from 'zod/v4';
import type { Member, Roster } from '../ports/roster';

const memberSchema = z.looseObject({ id: z.string().min(1), aadObjectId: z.guid() });

/** Reads who is in a conversation from the connector: one page, because views of their own are for 60 people at most. Whoever has no object id (a bot) is left out. */
export function createTeamsRoster(deps: {
  connectorFor: (serviceUrl: string) => Promise<ConnectorClient>;
}): Roster {
  return {
    async members({ conversationId, serviceUrl }) {
      const connector = await deps.connectorFor(serviceUrl);
      const page = await connector.conversations.getConversationPagedMembers(conversationId);
      return page.members.flatMap((account): readonly Member[] => {
        const read = memberSchema.safeParse(account).data;
        return read === undefined ? [] : [{ teamsId: read.id, personId: read.aadObjectId.toLowerCase() }];
      });
    },
  };
}
