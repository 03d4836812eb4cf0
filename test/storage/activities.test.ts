import { AsyncLocalStorage } from 'node:async_hooks';
import { aDatabase, postgresServer } from './aDatabase';
import { aStore } from './stored';

/** SQLite has one writer: there everybody waits for whoever writes. */
const whereWritersGoSideBySide = postgresServer === undefined ? test.skip : test;

/** Taken outside of every transaction: what it runs belongs to none. */
const outside = AsyncLocalStorage.snapshot();

describe('an activity', () => {
  test('that comes twenty times at once is seen first once', async () => {
    const { store } = await aStore();
    const seen = await Promise.all(
      Array.from({ length: 20 }, () =>
        store.aside((tx) => tx.activities.firstSeen('conversation', 'activity')),
      ),
    );
    expect(seen.filter(Boolean)).toHaveLength(1);
  });

  whereWritersGoSideBySide('is let in while somebody else decides', async () => {
    const { store } = await aStore();
    const first = await store.transaction(async (tx) => {
      await tx.marks.read('any');
      return new Promise((resolve, reject) => {
        outside(() => store.aside((one) => one.activities.firstSeen('conversation', 'activity'))).then(
          resolve,
          reject,
        );
      });
    });
    expect(first).toBe(true);
  });

  test('of another conversation is another activity', async () => {
    const { store } = await aStore();
    const seen = await store.transaction(async (tx) => [
      await tx.activities.firstSeen('one', 'activity'),
      await tx.activities.firstSeen('two', 'activity'),
    ]);
    expect(seen).toEqual([true, true]);
  });

  test('whose handling failed counts as not seen', async () => {
    const { store } = await aStore();
    const failing = store.transaction(async (tx) => {
      await tx.activities.firstSeen('conversation', 'activity');
      throw new Error('handling failed');
    });
    await expect(failing).rejects.toThrow('handling failed');
    expect(await store.transaction((tx) => tx.activities.firstSeen('conversation', 'activity'))).toBe(true);
  });

  test('is known after a restart', async () => {
    const database = aDatabase();
    const before = await aStore({ database });
    await before.store.transaction((tx) => tx.activities.firstSeen('conversation', 'activity'));
    await before.close();
    const after = await aStore({ database });
    expect(await after.store.transaction((tx) => tx.activities.firstSeen('conversation', 'activity'))).toBe(
      false,
    );
    await after.close();
  });
});
