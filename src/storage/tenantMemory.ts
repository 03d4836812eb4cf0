import type { Insertable, Selectable } from 'kysely';
import type { FeedState, KeptRow, TenantMemory } from '../ports/tenantMemory';
import type { Scope } from './scope';
import { parseStoredJson } from './storedBody';
import type { TenantFeedTable, TenantRecordTable } from './tables';

/** More at once would come near the engines' limit of parameters. */
const rowsAtOnce = 400;

/** What is kept of the tenant's records, within one transaction. */
export function tenantMemoryIn(scope: Scope): TenantMemory {
  return { ...keptIn(scope), ...recordsIn(scope), ...feedsIn(scope), ...leasesIn(scope) };
}

function keptIn({ db, tenantId }: Scope) {
  const kept = db.selectFrom('tenant_records').selectAll().where('tenant_id', '=', tenantId);
  return {
    async ofPerson(feed, personId) {
      const rows = await kept
        .where('feed', '=', feed)
        .where('person_id', '=', personId)
        .orderBy('at', 'desc')
        .execute();
      return rows.map(fromRow);
    },
    async ofTenant(feed) {
      return (await kept.where('feed', '=', feed).where('person_id', 'is', null).execute()).map(fromRow);
    },
    async about(personId, feeds) {
      const ofPerson = await kept
        .where('feed', 'in', feeds.ofPerson)
        .where('person_id', '=', personId)
        .orderBy('at', 'desc')
        .execute();
      const ofTenant = await kept
        .where('feed', 'in', feeds.ofTenant)
        .where('person_id', 'is', null)
        .execute();
      const byFeed = new Map<string, KeptRow[]>();
      for (const row of [...ofPerson, ...ofTenant]) {
        const rows = byFeed.get(row.feed) ?? [];
        rows.push(fromRow(row));
        byFeed.set(row.feed, rows);
      }
      return byFeed;
    },
  } satisfies Partial<TenantMemory>;
}

function recordsIn({ db, tenantId }: Scope) {
  const dropping = (feed: string) =>
    db.deleteFrom('tenant_records').where('tenant_id', '=', tenantId).where('feed', '=', feed);
  return {
    async keep(feed, rows, readAt) {
      for (let from = 0; from < rows.length; from += rowsAtOnce) {
        const values = rows.slice(from, from + rowsAtOnce).map((row) => toRow(tenantId, feed, row, readAt));
        await db
          .insertInto('tenant_records')
          .values([...new Map(values.map((value) => [value.id, value])).values()])
          .onConflict((conflict) =>
            conflict.columns(['tenant_id', 'feed', 'id']).doUpdateSet((row) => ({
              person_id: row.ref('excluded.person_id'),
              at: row.ref('excluded.at'),
              code: row.ref('excluded.code'),
              read_at: row.ref('excluded.read_at'),
              body: row.ref('excluded.body'),
            })),
          )
          .execute();
      }
    },
    async forget(feed, lastReadBefore) {
      await dropping(feed).where('read_at', '<', lastReadBefore).execute();
    },
    async forgetOlder(feed, before) {
      await dropping(feed).where('at', '<', before).execute();
    },
    async failuresSince(feed, since) {
      const rows = await db
        .selectFrom('tenant_records')
        .select(['person_id', 'code', 'at'])
        .where('tenant_id', '=', tenantId)
        .where('feed', '=', feed)
        .where('at', '>=', since)
        .execute();
      return rows.flatMap(({ at, code, person_id: personId }) =>
        code === null || personId === null ? [] : [{ personId, code, at }],
      );
    },
  } satisfies Partial<TenantMemory>;
}

function feedsIn({ db, tenantId }: Scope) {
  return {
    async feed(feed) {
      const query = db
        .selectFrom('tenant_feeds')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .where('feed', '=', feed);
      const row = await query.executeTakeFirst();
      return row && toFeed(row);
    },
    async feeds() {
      const rows = await db
        .selectFrom('tenant_feeds')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .execute();
      return rows.map(toFeed);
    },
    async saveFeed(state) {
      const { tenant_id, feed, ...changed } = feedRow(tenantId, state);
      await db
        .insertInto('tenant_feeds')
        .values({ tenant_id, feed, ...changed })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'feed']).doUpdateSet(changed))
        .execute();
    },
  } satisfies Partial<TenantMemory>;
}

function leasesIn({ db, tenantId }: Scope) {
  return {
    async lease(name, holder, now, until) {
      const result = await db
        .insertInto('leases')
        .values({ tenant_id: tenantId, name, holder, held_until: until })
        .onConflict((conflict) =>
          conflict
            .columns(['tenant_id', 'name'])
            .doUpdateSet({ holder, held_until: until })
            .where((row) => row.or([row('leases.holder', '=', holder), row('leases.held_until', '<=', now)])),
        )
        .executeTakeFirst();
      return result.numInsertedOrUpdatedRows !== 0n;
    },
    async release(name, holder) {
      await db
        .deleteFrom('leases')
        .where('tenant_id', '=', tenantId)
        .where('name', '=', name)
        .where('holder', '=', holder)
        .execute();
    },
  } satisfies Partial<TenantMemory>;
}

function toRow(tenantId: string, feed: string, row: KeptRow, readAt: number): Insertable<TenantRecordTable> {
  return {
    tenant_id: tenantId,
    feed,
    id: row.id,
    person_id: row.personId ?? null,
    at: row.at,
    code: row.code ?? null,
    read_at: readAt,
    body: JSON.stringify(row.body),
  };
}

function fromRow(row: Selectable<TenantRecordTable>): KeptRow {
  return {
    id: row.id,
    personId: row.person_id ?? undefined,
    at: row.at,
    code: row.code ?? undefined,
    body: parseStoredJson(`tenant record of ${row.feed}`, row.body),
  };
}

function feedRow(tenantId: string, state: FeedState): Insertable<TenantFeedTable> {
  return {
    tenant_id: tenantId,
    feed: state.feed,
    read_at: state.readAt ?? null,
    high_water: state.highWater ?? null,
    deep_at: state.deepAt ?? null,
    due_at: state.dueAt,
    fault: state.fault ?? null,
    needs: state.needs ?? null,
    failures: state.failures,
  };
}

function toFeed(row: Selectable<TenantFeedTable>): FeedState {
  return {
    feed: row.feed,
    readAt: row.read_at ?? undefined,
    highWater: row.high_water ?? undefined,
    deepAt: row.deep_at ?? undefined,
    dueAt: row.due_at,
    fault: row.fault ?? undefined,
    needs: row.needs ?? undefined,
    failures: row.failures,
  };
}
