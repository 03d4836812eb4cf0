import { sql } from 'kysely';
import type { ConfirmedCause } from '../ports/store';
import { caseFromRow } from './caseRow';
import type { Scope } from './scope';

/** Cases that are in memory at a time. */
const atOnce = 1_000;

/**
 * Counts the causes that closed cases confirmed. The two engines look into JSON in different ways, so the few cases that
 * name such a cause are read like all others, a page at a time; of whose they are only the number is kept.
 */
export async function confirmedCauses(scope: Scope, since: number): Promise<readonly ConfirmedCause[]> {
  const counts = new Map<string, { cases: number; people: Set<string> }>();
  let last = '';
  for (;;) {
    const page = await closedAfter(scope, since, last);
    for (const { confirmedCause, personId } of page.flatMap((row) => caseFromRow(row) ?? [])) {
      if (confirmedCause === undefined) continue;
      const count = counts.get(confirmedCause) ?? { cases: 0, people: new Set() };
      counts.set(confirmedCause, count);
      count.cases += 1;
      count.people.add(personId);
    }
    last = page.at(-1)?.id ?? last;
    if (page.length < atOnce) break;
  }
  return [...counts]
    .map(([cause, { cases, people }]) => ({ cause, cases, people: people.size }))
    .sort((one, other) => other.people - one.people || (one.cause < other.cause ? -1 : 1));
}

function closedAfter({ db, tenantId }: Scope, since: number, last: string) {
  return db
    .selectFrom('cases')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('state', '=', 'closed')
    .where('updated_at', '>=', since)
    .where('id', '>', last)
    .where(sql<boolean>`body like '%"confirmedCause":%'`)
    .orderBy('id')
    .limit(atOnce)
    .execute();
}
