import type { PostedCard } from '../../src/ports/store';
import { aCase, anAddress, aRequest, aStore } from './stored';

function aCard(parts: Partial<PostedCard> = {}): PostedCard {
  return {
    requestId: 'request-1',
    message: { address: anAddress({ kind: 'channel' }), activityId: 'activity-1' },
    tokenHash: 'hash-1',
    expiresAt: 2_000,
    ...parts,
  };
}

async function withRequest() {
  const { store } = await aStore();
  await store.transaction(async (tx) => {
    await tx.cases.insert(aCase());
    await tx.requests.insert(aRequest());
  });
  return store;
}

describe('a posted card', () => {
  test('is found by the hash of its token', async () => {
    const store = await withRequest();
    await store.transaction((tx) => tx.cards.add(aCard()));
    expect(await store.transaction((tx) => tx.cards.byTokenHash('hash-1'))).toEqual(aCard());
  });

  test('is not found by another', async () => {
    const store = await withRequest();
    await store.transaction((tx) => tx.cards.add(aCard()));
    expect(await store.transaction((tx) => tx.cards.byTokenHash('hash-2'))).toBeUndefined();
  });

  test('is found with all others of its request', async () => {
    const store = await withRequest();
    const cards = [aCard({ tokenHash: 'hash-1' }), aCard({ tokenHash: 'hash-2' })];
    const found = await store.transaction(async (tx) => {
      for (const card of cards) await tx.cards.add(card);
      return tx.cards.ofRequest('request-1');
    });
    expect(found).toEqual(cards);
  });

  test('never shares a token with another', async () => {
    const store = await withRequest();
    await store.transaction((tx) => tx.cards.add(aCard()));
    const second = store.transaction((tx) => tx.cards.add(aCard()));
    await expect(second).rejects.toMatchObject({ code: 'store-conflict' });
  });
});
