import { aDatabase } from './aDatabase';
import { rawly } from './rawly';
import { aCase, aStore } from './stored';

/** Every column that the migrations made, with its type as the engine calls it. */
async function columnTypes(database: ReturnType<typeof aDatabase>): Promise<ReadonlySet<string>> {
  const query =
    'url' in database
      ? `select data_type as type from information_schema.columns where table_schema = current_schema()`
      : `select lower(info.type) as type from sqlite_schema as made, pragma_table_info(made.name) as info
         where made.type = 'table'`;
  const rows = await rawly(database, query);
  return new Set(rows.map(({ type }) => String(type)));
}

describe('what is stored', () => {
  test('is text and whole numbers alone, so that both engines hold the same, and neither makes an id', async () => {
    const database = aDatabase();
    await (await aStore({ database })).close();
    expect(await columnTypes(database)).toEqual(new Set(['text', 'bigint']));
    const made =
      'url' in database ? `select 1 from pg_sequences where schemaname = current_schema()` : undefined;
    expect(made === undefined ? [] : await rawly(database, made)).toEqual([]);
  });

  test('keeps JSON as it was written, its keys in their order: a hash over it can be repeated', async () => {
    const database = aDatabase();
    const opened = await aStore({ database });
    const detail = {
      zebra: 1,
      alpha: { second: 2, first: 1 },
      '10': 'ten',
      '9': 'nine',
      words: '再登録 "é"',
    };
    await opened.store.transaction((tx) => tx.audit.append({ event: 'case.opened', actorId: 'a', detail }));
    await opened.botState.write({ chat: detail });
    const written = JSON.stringify(detail);
    expect(await rawly(database, 'select detail from audit_trail')).toEqual([{ detail: written }]);
    expect(await rawly(database, 'select value from bot_state')).toEqual([{ value: written }]);
    expect(await opened.audit.verify()).toMatchObject({ ok: true, entries: 1 });
    await opened.close();
  });

  test('gives times and counts as numbers, up to the largest that is exact', async () => {
    const opened = await aStore({ now: Number.MAX_SAFE_INTEGER });
    const { store, jobs } = opened;
    await store.transaction(async (tx) => {
      await tx.cases.insert(aCase({ createdAt: 4_102_444_800_000, updatedAt: Number.MAX_SAFE_INTEGER }));
      await tx.outbox.add({ kind: 'tell', payload: 1 });
      await tx.tallies.add('asked.by', 'a');
    });
    const read = await store.transaction(async (tx) => ({
      found: await tx.cases.find('case-1'),
      count: await tx.tallies.count('asked.by', 'a', 0),
    }));
    expect(read).toMatchObject({
      found: { createdAt: 4_102_444_800_000, updatedAt: Number.MAX_SAFE_INTEGER, version: 1 },
      count: 1,
    });
    expect(await jobs.nextDue()).toBe(Number.MAX_SAFE_INTEGER);
    await opened.close();
  });
});

describe('two hosts whose clocks differ by some seconds', () => {
  test('do not take each other’s jobs: a lease is much longer', async () => {
    const database = aDatabase();
    const one = await aStore({ database });
    const ahead = await aStore({ database, now: one.time.now + 5_000 });
    await one.store.transaction((tx) => tx.outbox.add({ kind: 'tell', payload: 1 }));
    expect(await one.jobs.claim(9, 30_000)).toHaveLength(1);
    expect(await ahead.jobs.claim(9, 30_000)).toEqual([]);
    await one.close();
    await ahead.close();
  });
});
