import { AsyncLocalStorage } from 'node:async_hooks';
import type { KnownConversation } from '../../src/ports/store';
import { postgresServer } from './aDatabase';
import { aStore, anAddress } from './stored';

/** SQLite has one writer: there everybody waits for whoever writes. */
const sideBySide = postgresServer !== undefined;

/** Taken outside of every transaction: what it runs belongs to none. */
const outside = AsyncLocalStorage.snapshot();

const chat: KnownConversation = { address: anAddress(), personId: 'person-1', language: 'ja', updatedAt: 1 };

describe('what goes beside the transactions', () => {
  test('is kept', async () => {
    const { store } = await aStore();
    await store.aside((one) => one.conversations.remember(chat));
    expect(await store.look((view) => view.conversations.ofPerson('person-1'))).toEqual(chat);
  });

  test('waits for nobody who decides; where there is one writer, for that one, and is kept then', async () => {
    const { store } = await aStore();
    const remember = () => outside(() => store.aside((one) => one.conversations.remember(chat)));
    const beside = { kept: Promise.resolve() };
    const seenInside = await store.transaction(async (tx) => {
      await tx.marks.read('any');
      beside.kept = remember();
      if (sideBySide) await beside.kept;
      return tx.conversations.ofPerson('person-1');
    });
    await beside.kept;
    expect([seenInside, await store.look((view) => view.conversations.ofPerson('person-1'))]).toEqual([
      sideBySide ? chat : undefined,
      chat,
    ]);
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
