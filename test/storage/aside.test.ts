import { AsyncLocalStorage } from 'node:async_hooks';
import type { KnownConversation } from '../../src/ports/store';
import { postgresServer } from './aDatabase';
import { aStore, anAddress } from './stored';

/** SQLite has one writer: there everybody waits for whoever writes. */
const whereWritersGoSideBySide = postgresServer === undefined ? test.skip : test;

/** Taken outside of every transaction: what it runs belongs to none. */
const outside = AsyncLocalStorage.snapshot();

const chat: KnownConversation = { address: anAddress(), personId: 'person-1', language: 'ja', updatedAt: 1 };

describe('what goes beside the transactions', () => {
  test('is kept', async () => {
    const { store } = await aStore();
    await store.aside((one) => one.conversations.remember(chat));
    expect(await store.look((view) => view.conversations.ofPerson('person-1'))).toEqual(chat);
  });

  whereWritersGoSideBySide('waits for nobody who decides', async () => {
    const { store } = await aStore();
    const known = await store.transaction(async (tx) => {
      await tx.marks.read('any');
      await new Promise<void>((resolve, reject) => {
        outside(() => store.aside((one) => one.conversations.remember(chat))).then(resolve, reject);
      });
      return tx.conversations.ofPerson('person-1');
    });
    expect(known).toEqual(chat);
  });

  test('is one statement: of two, one could be lost', async () => {
    const { store } = await aStore();
    const twice = store.aside(async ({ conversations }) => {
      await conversations.remember(chat);
      await conversations.remember({ ...chat, updatedAt: 2 });
    });
    await expect(twice).rejects.toThrow('needs a transaction');
  });
});
