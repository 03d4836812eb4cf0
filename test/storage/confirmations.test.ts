import type { PendingConfirmation } from '../../src/ports/store';
import { aCase, aRequest, aStore } from './stored';

const pending = (changes: Partial<PendingConfirmation> = {}): PendingConfirmation => ({
  tokenHash: 'hash-1',
  requestId: 'request-1',
  digest: 'digest',
  personId: 'approver',
  language: 'ja',
  act: { kind: 'decide', decision: 'approved', reason: '電話で確認' },
  createdAt: 1_000,
  expiresAt: 2_000,
  ...changes,
});

async function aStoreWithRequest() {
  const opened = await aStore();
  await opened.store.transaction(async (tx) => {
    await tx.cases.insert(aCase());
    await tx.requests.insert(aRequest());
  });
  return opened;
}

test.each<PendingConfirmation['act']>([
  { kind: 'decide', decision: 'denied', reason: 'no' },
  { kind: 'again' },
  { kind: 'prove' },
])('what waits for a sign-in is found by its link as it was kept (%j)', async (act) => {
  const { store } = await aStoreWithRequest();
  const found = await store.transaction(async (tx) => {
    await tx.confirmations.add(pending({ act }));
    return tx.confirmations.byTokenHash('hash-1');
  });
  expect(found).toEqual(pending({ act }));
});

test('it is used up once, and says when', async () => {
  const { store, time } = await aStoreWithRequest();
  await store.transaction((tx) => tx.confirmations.add(pending()));
  time.now = 1_500;
  const use = () => store.transaction((tx) => tx.confirmations.use('hash-1'));
  expect([await use(), await use()]).toEqual([true, false]);
  const found = await store.transaction((tx) => tx.confirmations.byTokenHash('hash-1'));
  expect(found?.usedAt).toBe(1_500);
});

test('a day after its end it is no longer kept', async () => {
  const { store, time } = await aStoreWithRequest();
  await store.transaction((tx) => tx.confirmations.add(pending()));
  time.now = 2_000 + 24 * 60 * 60_000 + 1;
  await store.transaction((tx) => tx.confirmations.add(pending({ tokenHash: 'hash-2' })));
  const found = await store.transaction((tx) => tx.confirmations.byTokenHash('hash-1'));
  expect(found).toBeUndefined();
});
