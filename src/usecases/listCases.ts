import type { Case } from '../cases/case';
import type { QueueFilter, QueueSort } from '../cases/caseCommand';
import type { CaseFilter, CaseOrder, CasePage, PageMark } from '../ports/caseQueue';
import type { Store, StoreTransaction } from '../ports/store';

/** As many as a message shows. */
const pageSize = 10;
/** Nobody reads on after that many. */
const mostCounted = 1000;

export type ListWish =
  | { readonly list: 'mine' | 'waiting' }
  | {
      readonly list: 'queue';
      readonly filter: QueueFilter;
      readonly sort: QueueSort;
      /** The number of the last case that was seen. */
      readonly after: string | undefined;
    };

const orders: Readonly<Record<QueueSort, CaseOrder>> = {
  oldest: 'waitingLongest',
  newest: 'newest',
  changed: 'changedLast',
};

/** One page of a list for somebody of the staff. That they looked, and at which cases, is in the trail (SECURITY S8). */
export function listCases(
  deps: { readonly store: Store },
  wish: ListWish,
  staffId: string,
): Promise<CasePage & { readonly count: number; readonly most: number }> {
  return deps.store.transaction(async (tx) => {
    const filter = filterOf(wish, staffId);
    const order = wish.list === 'queue' ? orders[wish.sort] : 'waitingLongest';
    const after = wish.list === 'queue' ? await markOf(tx, wish.after, order) : undefined;
    const page = await tx.queue.page({ filter, order, size: pageSize, after });
    await tx.audit.append({
      event: 'cases.listed',
      actorId: staffId,
      detail: { list: wish.list, numbers: page.cases.map(({ number }) => number) },
    });
    return { ...page, count: await tx.queue.count(filter, mostCounted), most: mostCounted };
  });
}

/** One case for somebody of the staff. That they looked is in the trail, whatever they saw. */
export function lookAtCase(
  deps: { readonly store: Store },
  find: (tx: StoreTransaction) => Promise<Case | undefined>,
  staffId: string,
): Promise<Case | undefined> {
  return deps.store.transaction(async (tx) => {
    const found = await find(tx);
    if (found === undefined) return undefined;
    await tx.audit.append({ event: 'case.looked', actorId: staffId, caseId: found.id });
    return found;
  });
}

function filterOf(wish: ListWish, staffId: string): CaseFilter {
  if (wish.list !== 'queue')
    return wish.list === 'mine' ? { ownerId: staffId } : { state: 'withStaff', ownerId: null };
  switch (wish.filter) {
    case 'all':
      return {};
    case 'nobody':
      return { ownerId: null };
    case 'mine':
      return { ownerId: staffId };
    case 'withStaff':
      return { state: 'withStaff' };
    case 'request':
      return { state: 'remedyRequested' };
  }
}

async function markOf(
  tx: StoreTransaction,
  number: string | undefined,
  order: CaseOrder,
): Promise<PageMark | undefined> {
  const last = number === undefined ? undefined : await tx.cases.findByNumber(number);
  if (last === undefined) return undefined;
  return { at: order === 'changedLast' ? last.updatedAt : last.createdAt, id: last.id };
}
