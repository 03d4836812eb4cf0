import { z } from 'zod/v4';
import { Fault } from '../faults';
import type { InHand } from '../ports/inbox';
import { finishActivity } from './inbox';
import type { Scope } from './scope';
import { parseStoredJson } from './storedBody';
import type { Database } from './tables';
import type { Transactions } from './transactions';

/** The shape of Bot Framework's `Storage`, which only two folders may import. */
export interface BotStateStorage {
  read(keys: string[]): Promise<Record<string, unknown>>;
  /**
   * Writes all or nothing. An item whose `eTag` is absent or `*` overwrites; with any other, the item has to be
   * the one that was read. With them an activity is done, where one is named that is still in hand.
   * @throws Fault `store-conflict`
   */
  write(changes: Record<string, unknown>, finished?: InHand): Promise<void>;
  delete(keys: string[]): Promise<void>;
}

const storeItem = z.looseObject({ eTag: z.string().optional() });

/** Conversation state on the same database, with optimistic concurrency per key. */
export function openBotState(
  deps: Omit<Scope, 'db'> & Pick<Transactions, 'aside' | 'alone' | 'look'>,
): BotStateStorage {
  const { aside, alone, look, tenantId } = deps;
  return {
    read: (keys) =>
      look(async (db) => {
        if (keys.length === 0) return {};
        const query = db
          .selectFrom('bot_state')
          .select(['key', 'value', 'etag'])
          .where('tenant_id', '=', tenantId);
        const rows = await query.where('key', 'in', keys).execute();
        return Object.fromEntries(rows.map((row) => [row.key, fromRow(row)]));
      }),
    write: (changes, finished) => {
      // In one order, so that two writers of the same keys never wait for each other.
      const items = Object.entries(changes).sort(([one], [other]) => (one < other ? -1 : 1));
      const together = items.length === 1 && finished === undefined ? alone : aside;
      return together(async (db) => {
        for (const [key, item] of items) await writeItem({ ...deps, db }, key, storeItem.parse(item));
        if (finished !== undefined && !(await finishActivity({ ...deps, db }, finished)))
          throw new Fault('store-conflict', 'bot state: another turn has taken the activity');
      });
    },
    delete: (keys) =>
      aside(async (db) => {
        if (keys.length === 0) return;
        await db.deleteFrom('bot_state').where('tenant_id', '=', tenantId).where('key', 'in', keys).execute();
      }),
  };
}

async function writeItem(
  scope: Scope,
  key: string,
  { eTag, ...value }: z.infer<typeof storeItem>,
): Promise<void> {
  const row = { value: JSON.stringify(value), etag: scope.newId(), updated_at: scope.clock() };
  if (eTag === undefined || eTag === '*') {
    await upsert(scope.db, { tenant_id: scope.tenantId, key, ...row });
    return;
  }
  const result = await scope.db
    .updateTable('bot_state')
    .set(row)
    .where('tenant_id', '=', scope.tenantId)
    .where('key', '=', key)
    .where('etag', '=', eTag)
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) throw new Fault('store-conflict', `bot state: eTag conflict at ${key}`);
}

async function upsert(
  db: Database,
  row: { tenant_id: string; key: string; value: string; etag: string; updated_at: number },
): Promise<void> {
  const { value, etag, updated_at } = row;
  await db
    .insertInto('bot_state')
    .values(row)
    .onConflict((conflict) => conflict.columns(['tenant_id', 'key']).doUpdateSet({ value, etag, updated_at }))
    .execute();
}

function fromRow(row: { key: string; value: string; etag: string }): Record<string, unknown> {
  const parsed = storeItem.safeParse(parseStoredJson(`bot state ${row.key}`, row.value));
  if (!parsed.success) throw new Fault('store-unreadable', `bot state ${row.key}: not an object`);
  return { ...parsed.data, eTag: row.etag };
}
