import type { Inbox, InHand, Received } from '../ports/inbox';
import { activitiesIn } from './activities';
import { outboxIn } from './outbox';
import type { Scope } from './scope';
import { parseStoredJson } from './storedBody';
import type { ActivityTable } from './tables';
import type { Transactions } from './transactions';

const key = ['tenant_id', 'conversation_id', 'activity_id'] as const;

/**
 * What comes in. One statement is a transaction of its own; and that it survives a power cut need not be waited for but
 * where something is kept: an activity whose mark is gone is handled once more, as one that was not done.
 */
export function openInbox(deps: Omit<Scope, 'db'> & Pick<Transactions, 'aside' | 'look'>): Inbox {
  const { aside, clock, look } = deps;
  return {
    take: (one, until) =>
      look(async (db) => {
        const row = begun({ ...deps, db }, one, until);
        const { holder, held_until } = row;
        const { numInsertedOrUpdatedRows } = await db
          .insertInto('activities')
          .values(row)
          .onConflict((conflict) =>
            conflict
              .columns(key)
              .doUpdateSet({ holder, held_until })
              .where('activities.state', '=', 'begun')
              .where((known) =>
                known.or([
                  known('activities.holder', '=', holder),
                  known('activities.held_until', '<=', row.seen_at),
                  // So far ahead nobody holds anything: the clock has gone back since.
                  known('activities.held_until', '>', 2 * until - row.seen_at),
                ]),
              ),
          )
          .executeTakeFirst();
        if (numInsertedOrUpdatedRows === 1n) return 'taken';
        const { state } = (await readOne({ ...deps, db }, one)) ?? {};
        return state === 'begun' ? 'heldByAnother' : 'done';
      }),
    hold: (one, until) =>
      look(async (db) => {
        await ours({ ...deps, db }, one)
          .set({ held_until: until })
          .execute();
      }),
    finish: (one) => look((db) => finishActivity({ ...deps, db }, one)),
    seen: (one) => look((db) => activitiesIn({ ...deps, db }).firstSeen(one.conversationId, one.activityId)),
    keep: (one, until, { body, job }) =>
      aside(async (db) => {
        const scope = { ...deps, db };
        const { numInsertedOrUpdatedRows } = await db
          .insertInto('activities')
          .values({ ...begun(scope, one, until), body })
          .onConflict((conflict) =>
            conflict
              .columns(key)
              .doUpdateSet({ body })
              .where('activities.state', '=', 'begun')
              .where('activities.body', 'is', null),
          )
          .executeTakeFirst();
        // Not before `until`, so nobody has to be woken.
        if (numInsertedOrUpdatedRows === 1n) await outboxIn(scope, () => undefined).add(job);
      }),
    kept: (one) =>
      look(async (db) => {
        const row = await readOne({ ...deps, db }, one);
        if (row?.state !== 'begun' || row.body === null) return undefined;
        return { body: parseStoredJson('kept activity', row.body), until: row.held_until ?? clock() };
      }),
  };
}

/** Marks an activity as done, in the transaction of what it came to where there is one. */
export async function finishActivity(scope: Scope, one: InHand): Promise<boolean> {
  const { numUpdatedRows } = await ours(scope, one)
    .set({ state: 'done', holder: null, held_until: null, body: null })
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

function begun({ clock, tenantId }: Scope, { activityId, conversationId, holder }: InHand, until: number) {
  return {
    tenant_id: tenantId,
    conversation_id: conversationId,
    activity_id: activityId,
    seen_at: clock(),
    state: 'begun',
    holder,
    held_until: until,
    body: null,
  } satisfies ActivityTable;
}

/** The activity's row, as long as this turn has it in hand. */
function ours({ db, tenantId }: Scope, { activityId, conversationId, holder }: InHand) {
  return db
    .updateTable('activities')
    .where('tenant_id', '=', tenantId)
    .where('conversation_id', '=', conversationId)
    .where('activity_id', '=', activityId)
    .where('state', '=', 'begun')
    .where('holder', '=', holder);
}

function readOne({ db, tenantId }: Scope, { activityId, conversationId }: Received) {
  return db
    .selectFrom('activities')
    .select(['state', 'held_until', 'body'])
    .where('tenant_id', '=', tenantId)
    .where('conversation_id', '=', conversationId)
    .where('activity_id', '=', activityId)
    .executeTakeFirst();
}
