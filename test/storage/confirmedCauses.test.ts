import { closeCase } from '../../src/usecases/closeCase';
import { aDatabase } from './aDatabase';
import { rawly } from './rawly';
import { aCase, aStore } from './stored';

/** Closed cases, one for each entry. */
async function aStoreOf(
  closed: readonly { person: string; cause?: string; at?: number; open?: boolean }[],
): Promise<Awaited<ReturnType<typeof aStore>> & { database: ReturnType<typeof aDatabase> }> {
  const database = aDatabase();
  const opened = await aStore({ database });
  await opened.store.transaction(async (tx) => {
    for (const [index, { person, cause, at, open }] of closed.entries()) {
      const state = open === true ? 'diagnosed' : 'closed';
      const id = `case-${String(index).padStart(4, '0')}`;
      await tx.cases.insert(
        aCase({ id, state, personId: person, confirmedCause: cause, updatedAt: at ?? 1_000 }),
      );
    }
  });
  return { ...opened, database };
}

const countedIn = ({ store }: Awaited<ReturnType<typeof aStore>>, since = 0) =>
  store.look(({ cases }) => cases.confirmedCauses(since));

describe('the causes that closed cases confirmed', () => {
  test('are counted by cases and by people, most people first', async () => {
    const opened = await aStoreOf([
      { person: 'a', cause: 'clock-skew' },
      { person: 'a', cause: 'clock-skew' },
      { person: 'a', cause: 'push-delivery' },
      { person: 'b', cause: 'push-delivery' },
    ]);
    expect(await countedIn(opened)).toEqual([
      { cause: 'push-delivery', cases: 2, people: 2 },
      { cause: 'clock-skew', cases: 2, people: 1 },
    ]);
  });

  test('are those of closed cases that confirmed one', async () => {
    const opened = await aStoreOf([
      { person: 'a' },
      { person: 'b', cause: 'clock-skew', open: true },
      { person: 'c', cause: 'push-delivery' },
    ]);
    expect(await countedIn(opened)).toMatchObject([{ cause: 'push-delivery', cases: 1 }]);
  });

  test('can be counted since a time', async () => {
    const opened = await aStoreOf([
      { person: 'a', cause: 'clock-skew', at: 1_000 },
      { person: 'b', cause: 'clock-skew', at: 2_000 },
    ]);
    expect(await countedIn(opened, 2_000)).toMatchObject([{ cases: 1 }]);
  });

  test('are counted over more cases than are read at once', async () => {
    const opened = await aStoreOf(
      Array.from({ length: 1_001 }, (_, nth) => ({ person: `person-${String(nth)}`, cause: 'clock-skew' })),
    );
    expect(await countedIn(opened)).toEqual([{ cause: 'clock-skew', cases: 1_001, people: 1_001 }]);
  });

  test('include one that was closed by "solved" a moment ago', async () => {
    const opened = await aStoreOf([{ person: 'a', open: true }]);
    const closing = { caseId: 'case-0000', actorId: 'a', why: 'solved' as const, cause: 'clock-skew' };
    await closeCase({ store: opened.store, clock: () => 3_000 }, closing);
    expect(await countedIn(opened)).toMatchObject([{ cause: 'clock-skew', cases: 1, people: 1 }]);
  });

  test('say nothing of who', async () => {
    const opened = await aStoreOf([{ person: 'person-7', cause: 'clock-skew' }]);
    expect(JSON.stringify(await countedIn(opened))).not.toContain('person-7');
  });

  test.each([
    ['of a later shape', 'update cases set schema = 99'],
    ['no JSON', `update cases set body = '{"confirmedCause":'`],
    ['with a cause that is none', `update cases set body = replace(body, '"clock-skew"', '7')`],
  ])('cannot be counted where a case is %s: a fault, not a guess', async (_, statement) => {
    const opened = await aStoreOf([{ person: 'a', cause: 'clock-skew' }]);
    await rawly(opened.database, statement, 'select 1');
    await expect(countedIn(opened)).rejects.toMatchObject({ code: 'store-unreadable' });
  });
});
