import { sql } from 'kysely';
import type { CaseFilter, CaseOrder, CaseQueue, PageMark } from '../ports/caseQueue';
import { caseFromRow } from './caseRow';
import type { Scope } from './scope';

const orders = {
  waitingLongest: { column: 'created_at', direction: 'asc', beyond: '>' },
  newest: { column: 'created_at', direction: 'desc', beyond: '<' },
  changedLast: { column: 'updated_at', direction: 'desc', beyond: '<' },
} as const satisfies Record<CaseOrder, object>;

/**
 * Pages by the last row seen instead of by an offset, over indexes of open cases only that also hold what is filtered
 * by: a page costs the same however many cases are stored and however far one has read.
 */
export function caseQueueIn({ db, tenantId }: Scope): CaseQueue {
  const open = ({ ownerId, state }: CaseFilter) =>
    db
      .selectFrom('cases')
      .where('tenant_id', '=', tenantId)
      // Written out, not bound: only so do the partial indexes apply.
      .where(sql<boolean>`state <> 'closed'`)
      .$if(state !== undefined, (query) => query.where('state', '=', state ?? ''))
      .$if(ownerId === null, (query) => query.where('owner_id', 'is', null))
      .$if(typeof ownerId === 'string', (query) => query.where('owner_id', '=', ownerId ?? ''));
  return {
    async page({ filter, order, size, after }) {
      const { column, direction, beyond } = orders[order];
      const rows = await open(filter)
        .selectAll()
        .$if(after !== undefined, (query) =>
          query.where(
            sql<boolean>`(${sql.ref(column)}, id) ${sql.raw(beyond)} (${after?.at ?? 0}, ${after?.id ?? ''})`,
          ),
        )
        .orderBy(column, direction)
        .orderBy('id', direction)
        // One more than asked for, to know whether another page follows.
        .limit(size + 1)
        .execute();
      const shown = rows.slice(0, size);
      const last = shown.at(-1);
      const next: PageMark | undefined =
        rows.length > size && last !== undefined ? { at: last[column], id: last.id } : undefined;
      return { cases: shown.flatMap((row) => caseFromRow(row) ?? []), next };
    },
    async count(filter, most) {
      const counted = await db
        .selectFrom(open(filter).select('id').limit(most).as('found'))
        .select((found) => found.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      return counted.count;
    },
  };
}
