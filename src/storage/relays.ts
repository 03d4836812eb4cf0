import type { Selectable } from 'kysely';
import { z } from 'zod/v4';
import type { RelayedMessage, RelayedMessages } from '../ports/relayedMessages';
import type { Scope } from './scope';
import { parseStoredJson } from './storedBody';
import type { RelayedMessageTable } from './relayTable';

const bodySchema = z.strictObject({
  text: z.string(),
  files: z.array(
    z.strictObject({ name: z.string(), url: z.string().optional(), picture: z.string().optional() }),
  ),
});

/** What is passed on between people and staff, within one transaction. */
export function relaysIn({ clock, db, tenantId }: Scope): RelayedMessages {
  const change = (id: string) =>
    db.updateTable('relayed_messages').where('tenant_id', '=', tenantId).where('id', '=', id);
  return {
    async add({ caseId, createdAt, direction, files, id, senderId, text }) {
      const last = await db
        .selectFrom('relayed_messages')
        .select((column) => column.fn.max('seq').as('seq'))
        .where('tenant_id', '=', tenantId)
        .where('case_id', '=', caseId)
        .where('direction', '=', direction)
        .executeTakeFirst();
      const added = await db
        .insertInto('relayed_messages')
        .values({
          tenant_id: tenantId,
          id,
          case_id: caseId,
          direction,
          seq: (last?.seq ?? 0) + 1,
          sender_id: senderId,
          state: 'waiting',
          holder: null,
          held_until: null,
          body: JSON.stringify({ text, files }),
          created_at: createdAt,
        })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doNothing())
        .executeTakeFirst();
      return added.numInsertedOrUpdatedRows !== 0n;
    },
    async take({ caseId, direction, holder, until }) {
      const row = await db
        .selectFrom('relayed_messages')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .where('case_id', '=', caseId)
        .where('direction', '=', direction)
        .where('state', 'in', ['waiting', 'sending'])
        .orderBy('seq')
        .limit(1)
        .executeTakeFirst();
      if (row === undefined || isHeldByAnother(row, holder, clock())) return undefined;
      await change(row.id).set({ state: 'sending', holder, held_until: until }).execute();
      return fromRow(row);
    },
    async settle(id, state) {
      await change(id).set({ state, holder: null, held_until: null, body: null }).execute();
    },
    async putBack(id) {
      await change(id).set({ state: 'waiting', holder: null, held_until: null }).execute();
    },
  };
}

function isHeldByAnother(row: Selectable<RelayedMessageTable>, holder: string, now: number): boolean {
  return row.state === 'sending' && row.holder !== holder && (row.held_until ?? 0) > now;
}

function fromRow(row: Selectable<RelayedMessageTable>): RelayedMessage {
  const what = `relayed message ${row.id}`;
  const { files, text } = bodySchema.parse(parseStoredJson(what, row.body ?? ''));
  return {
    id: row.id,
    caseId: row.case_id,
    direction: row.direction,
    senderId: row.sender_id,
    text,
    files,
    createdAt: row.created_at,
  };
}
