import { aDatabase } from './aDatabase';
import { aStore } from './stored';

describe('an activity', () => {
  test('that comes twenty times at once is seen first once', async () => {
    const { store } = await aStore();
    const seen = await Promise.all(
      Array.from({ length: 20 }, () =>
        store.transaction((tx) => tx.activities.firstSeen('conversation', 'activity')),
      ),
    );
    expect(seen.filter(Boolean)).toHaveLength(1);
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
