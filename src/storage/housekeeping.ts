import { sql } from 'kysely';
import type { Housekeeping, KeepSince } from '../ports/housekeeping';
import { cutAudit } from './auditCuts';
import { auditHead } from './auditTrail';
import { eraseCases, erasePerson } from './erasePerson';
import type { Scope } from './scope';
import type { Transactions } from './transactions';

/** Cases that go in one transaction: others wait meanwhile. */
const casesAtOnce = 100;

/** What the clock and the operator let go. */
export function openHousekeeping(
  deps: Omit<Scope, 'db'> & Pick<Transactions, 'aside' | 'inTurn'>,
): Housekeeping {
  const { aside, inTurn, tenantId } = deps;
  return {
    auditHead: () => aside((db) => auditHead(db, tenantId)),
    async forget(keep) {
      const { audit } = keep;
      return {
        activities: await aside((db) => dropActivities({ ...deps, db }, keep)),
        jobs: await aside((db) => dropJobs({ ...deps, db }, keep)),
        state: await aside((db) => dropState({ ...deps, db }, keep)),
        cases: await dropCases(deps, keep),
        audit: audit === undefined ? 0 : await inTurn((db) => cutAudit({ ...deps, db }, audit)),
      };
    },
    erasePerson: (personId, actorId) => inTurn((db) => erasePerson({ ...deps, db }, personId, actorId)),
  };
}

async function dropActivities({ db, tenantId }: Scope, keep: KeepSince): Promise<number> {
  const query = db.deleteFrom('activities').where('tenant_id', '=', tenantId);
  return Number((await query.where('seen_at', '<', keep.activities).executeTakeFirst()).numDeletedRows);
}

async function dropJobs({ db, tenantId }: Scope, keep: KeepSince): Promise<number> {
  const query = db
    .deleteFrom('outbox')
    .where('tenant_id', '=', tenantId)
    .where(sql<boolean>`state = 'done'`);
  return Number((await query.where('created_at', '<', keep.jobs).executeTakeFirst()).numDeletedRows);
}

async function dropState({ db, tenantId }: Scope, keep: KeepSince): Promise<number> {
  const query = db.deleteFrom('bot_state').where('tenant_id', '=', tenantId);
  return Number((await query.where('updated_at', '<', keep.state).executeTakeFirst()).numDeletedRows);
}

async function dropCases(
  deps: Omit<Scope, 'db'> & Pick<Transactions, 'inTurn'>,
  { cases }: KeepSince,
): Promise<number> {
  if (cases === undefined) return 0;
  let dropped = 0;
  for (;;) {
    const some = await deps.inTurn(async (db) => {
      const rows = await db
        .selectFrom('cases')
        .select('id')
        .where('tenant_id', '=', deps.tenantId)
        .where(sql<boolean>`state = 'closed'`)
        .where('updated_at', '<', cases)
        .orderBy('updated_at')
        .limit(casesAtOnce)
        .execute();
      return eraseCases(
        { ...deps, db },
        rows.map(({ id }) => id),
      );
    });
    dropped += some;
    if (some < casesAtOnce) return dropped;
  }
}
