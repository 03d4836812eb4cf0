import fc from 'fast-check';
import type { Case } from '../../src/cases/case';
import type { CaseFilter, CaseOrder, PageMark } from '../../src/ports/caseQueue';
import type { Store } from '../../src/ports/store';
import { aCase, aStore } from './stored';

type Found = Pick<Case, 'id' | 'state' | 'ownerId' | 'createdAt' | 'updatedAt'>;

const staff = ['staff-1', 'staff-2'];
const found = fc.record({
  state: fc.constantFrom<Case['state'][]>('triage', 'diagnosed', 'withStaff', 'remedyRequested', 'closed'),
  ownerId: fc.constantFrom(undefined, ...staff),
  // Few moments for many cases, so that several share one.
  createdAt: fc.integer({ min: 1, max: 5 }),
  updatedAt: fc.integer({ min: 5, max: 9 }),
});
const filters = fc.record(
  {
    state: fc.constantFrom<NonNullable<CaseFilter['state']>[]>('triage', 'withStaff'),
    ownerId: fc.constantFrom(null, ...staff),
  },
  { requiredKeys: [] },
);
const orders = fc.constantFrom<CaseOrder[]>('waitingLongest', 'newest', 'changedLast');

async function storeWith(cases: readonly Partial<Case>[]): Promise<Store> {
  const { store } = await aStore();
  await store.transaction(async (tx) => {
    for (const one of cases) await tx.cases.insert(aCase(one));
  });
  return store;
}

/** Every page of a queue, one after the other. */
async function allPages(store: Store, filter: CaseFilter, order: CaseOrder, size: number) {
  const pages: (readonly Case[])[] = [];
  let after: PageMark | undefined;
  do {
    const page = await store.transaction((tx) => tx.queue.page({ filter, order, size, after }));
    pages.push(page.cases);
    after = page.next;
  } while (after !== undefined);
  return pages;
}

/** The same by hand. */
function expected(cases: readonly Found[], filter: CaseFilter, order: CaseOrder): readonly string[] {
  const time = ({ createdAt, updatedAt }: Found) => (order === 'changedLast' ? updatedAt : createdAt);
  const rank = (one: Found, other: Found) => time(one) - time(other) || (one.id < other.id ? -1 : 1);
  const ids = cases
    .filter(({ state }) => state !== 'closed' && (filter.state === undefined || state === filter.state))
    .filter(({ ownerId = null }) => filter.ownerId === undefined || ownerId === filter.ownerId)
    .toSorted(rank)
    .map(({ id }) => id);
  return order === 'waitingLongest' ? ids : ids.toReversed();
}

describe('the queue that staff read', () => {
  test('shows, page by page, each open case that fits once and in order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(found, { maxLength: 12 }),
        filters,
        orders,
        fc.integer({ min: 1, max: 5 }),
        async (drawn, filter, order, size) => {
          const cases = drawn.map((one, n) => ({ ...one, id: `case-${String(n).padStart(2, '0')}` }));
          const pages = await allPages(await storeWith(cases), filter, order, size);
          expect(pages.flat().map(({ id }) => id)).toEqual(expected(cases, filter, order));
          expect(pages.slice(0, -1).every((page) => page.length === size)).toBe(true);
        },
      ),
      { numRuns: 25 },
    );
  });

  test('goes on after the page that was read though its last case was closed meanwhile', async () => {
    const store = await storeWith(['a', 'b', 'c'].map((id, n) => ({ id, createdAt: n })));
    const wish = { filter: {}, order: 'waitingLongest', size: 2 } as const;
    const rest = await store.transaction(async (tx) => {
      const first = await tx.queue.page(wish);
      for (const shown of first.cases) await tx.cases.save({ ...shown, state: 'closed' });
      return tx.queue.page({ ...wish, after: first.next });
    });
    expect(rest.cases.map(({ id }) => id)).toEqual(['c']);
  });

  test('tells who has a case', async () => {
    const store = await storeWith([{ id: 'mine', ownerId: 'staff-1' }, { id: 'free' }]);
    const page = await store.transaction((tx) =>
      tx.queue.page({ filter: { ownerId: 'staff-1' }, order: 'newest', size: 9 }),
    );
    expect(page.cases).toEqual([aCase({ id: 'mine', ownerId: 'staff-1' })]);
  });

  test('counts up to a limit and no further', async () => {
    const store = await storeWith(['a', 'b', 'c'].map((id) => ({ id, state: 'withStaff' })));
    const counts = await store.transaction(async (tx) => [
      await tx.queue.count({ state: 'withStaff' }, 1000),
      await tx.queue.count({}, 2),
      await tx.queue.count({ ownerId: 'staff-1' }, 1000),
    ]);
    expect(counts).toEqual([3, 2, 0]);
  });
});
