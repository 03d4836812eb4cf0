import { sql } from 'kysely';
import { auditIn } from './auditTrail';
import type { Scope } from './scope';

/** Removes everything about a person but the audit trail's object ids, unless something of theirs is still open. */
export async function erasePerson(
  scope: Scope,
  personId: string,
  actorId: string,
): Promise<'erased' | 'unknown' | 'stillOpen'> {
  const { db, tenantId } = scope;
  const cases = await db
    .selectFrom('cases')
    .select(['id', 'state'])
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', personId)
    .execute();
  const chats = await db
    .selectFrom('conversations')
    .select('conversation_id')
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', personId)
    .execute();
  if (cases.length === 0 && chats.length === 0) return 'unknown';
  if (cases.some(({ state }) => state !== 'closed')) return 'stillOpen';
  const ids = cases.map(({ id }) => id);
  await eraseCases(scope, ids);
  for (const { conversation_id: chat } of chats) await eraseChat(scope, chat);
  await db
    .deleteFrom('tenant_records')
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', personId)
    .execute();
  await auditIn(scope).append({ event: 'person.erased', actorId, detail: { personId, cases: ids.length } });
  return 'erased';
}

/** Removes cases with all that hangs on them; gives how many. */
export async function eraseCases({ db, tenantId }: Scope, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const requests = db
    .selectFrom('requests')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('case_id', 'in', ids);
  for (const table of ['posted_cards', 'confirmations'] as const) {
    await db
      .deleteFrom(table)
      .where('tenant_id', '=', tenantId)
      .where('request_id', 'in', requests)
      .execute();
  }
  for (const table of ['requests', 'incident_cases', 'follow_ups', 'relayed_messages'] as const) {
    await db.deleteFrom(table).where('tenant_id', '=', tenantId).where('case_id', 'in', ids).execute();
  }
  await db.deleteFrom('cases').where('tenant_id', '=', tenantId).where('id', 'in', ids).execute();
  return ids.length;
}

/** The chat, which of its activities were handled, and where it stood: the key of its state holds its id. */
async function eraseChat({ db, tenantId }: Scope, conversationId: string): Promise<void> {
  for (const table of ['conversations', 'activities'] as const) {
    await db
      .deleteFrom(table)
      .where('tenant_id', '=', tenantId)
      .where('conversation_id', '=', conversationId)
      .execute();
  }
  const containing = `%${conversationId.replace(/[\\%_]/gu, '\\$&')}%`;
  await db
    .deleteFrom('bot_state')
    .where('tenant_id', '=', tenantId)
    .where(sql<boolean>`key like ${containing} escape '\\'`)
    .execute();
}
