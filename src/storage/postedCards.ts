import type { Selectable } from 'kysely';
import type { PostedCard, StoreTransaction } from '../ports/store';
import { assertOurTenant, type Scope } from './scope';
import type { PostedCardTable } from './tables';

/** The cards that were posted for requests, found by the hash of their token. */
export function postedCardsIn(scope: Scope): StoreTransaction['cards'] {
  const { db, tenantId } = scope;
  const ours = () => db.selectFrom('posted_cards').selectAll().where('tenant_id', '=', tenantId);
  return {
    async add({ requestId, message, tokenHash, expiresAt }) {
      assertOurTenant(scope, message.address.tenantId);
      await db
        .insertInto('posted_cards')
        .values({
          tenant_id: tenantId,
          token_hash: tokenHash,
          request_id: requestId,
          service_url: message.address.serviceUrl,
          conversation_id: message.address.conversationId,
          conversation_kind: message.address.kind,
          activity_id: message.activityId,
          expires_at: expiresAt,
        })
        .execute();
    },
    async byTokenHash(tokenHash) {
      const row = await ours().where('token_hash', '=', tokenHash).executeTakeFirst();
      return row && fromRow(row);
    },
    async ofRequest(requestId) {
      const rows = await ours().where('request_id', '=', requestId).orderBy('token_hash').execute();
      return rows.map(fromRow);
    },
  };
}

function fromRow(row: Selectable<PostedCardTable>): PostedCard {
  const address = {
    tenantId: row.tenant_id,
    serviceUrl: row.service_url,
    conversationId: row.conversation_id,
    kind: row.conversation_kind,
  };
  return {
    requestId: row.request_id,
    message: { address, activityId: row.activity_id },
    tokenHash: row.token_hash,
    expiresAt: row.expires_at,
  };
}
