import type { StoreTransaction } from '../ports/store';
import type { Scope } from './scope';

/** Remembers which activities were handled, over restarts and processes (SECURITY S10). */
export function activitiesIn({ db, tenantId, clock }: Scope): StoreTransaction['activities'] {
  return {
    async firstSeen(conversationId, activityId) {
      const result = await db
        .insertInto('activities')
        .values({
          tenant_id: tenantId,
          conversation_id: conversationId,
          activity_id: activityId,
          seen_at: clock(),
          state: 'done',
          holder: null,
          held_until: null,
          body: null,
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return result.numInsertedOrUpdatedRows === 1n;
    },
  };
}
