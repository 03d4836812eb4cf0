import { type Selectable, sql } from 'kysely';
import type { KnownConversation, StoreTransaction } from '../ports/store';
import { assertOurTenant, type Scope } from './scope';
import type { ConversationTable } from './tables';

/** Written out, not bound: bound, SQLite prepares the statement anew each time to see whether its index applies. */
const isPersonal = sql<boolean>`kind = 'personal'`;

/** Where people and channels can be written to. */
export function conversationsIn(scope: Scope): StoreTransaction['conversations'] {
  const { db, tenantId } = scope;
  return {
    async remember({ address, personId, language, updatedAt }) {
      assertOurTenant(scope, address.tenantId);
      await db
        .insertInto('conversations')
        .values({
          tenant_id: tenantId,
          conversation_id: address.conversationId,
          kind: address.kind,
          service_url: address.serviceUrl,
          person_id: personId ?? null,
          language: language ?? null,
          updated_at: updatedAt,
        })
        .onConflict((conflict) =>
          conflict
            .columns(['tenant_id', 'conversation_id'])
            .doUpdateSet((row) => ({
              kind: row.ref('excluded.kind'),
              service_url: row.ref('excluded.service_url'),
              person_id: row.ref('excluded.person_id'),
              language: row.ref('excluded.language'),
              updated_at: row.ref('excluded.updated_at'),
            }))
            // An activity that was delivered late knows less than what is there.
            .whereRef('excluded.updated_at', '>=', 'conversations.updated_at'),
        )
        .execute();
    },
    async ofPerson(personId) {
      const row = await db
        .selectFrom('conversations')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .where('person_id', '=', personId)
        .where(isPersonal)
        .orderBy('updated_at', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row && fromRow(row);
    },
  };
}

function fromRow(row: Selectable<ConversationTable>): KnownConversation {
  return {
    address: {
      tenantId: row.tenant_id,
      serviceUrl: row.service_url,
      conversationId: row.conversation_id,
      kind: row.kind,
    },
    personId: row.person_id ?? undefined,
    language: row.language ?? undefined,
    updatedAt: row.updated_at,
  };
}
