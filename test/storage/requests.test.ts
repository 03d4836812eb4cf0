import { requestStates } from '../../src/cases/remedyRequest';
import { aCase, aRequest, aStore } from './stored';

async function withCase() {
  const opened = await aStore();
  await opened.store.transaction((tx) => tx.cases.insert(aCase()));
  return opened;
}

const finished = ['done', 'partial', 'failed', 'denied', 'expired', 'withdrawn'] as const;

describe('a stored request', () => {
  test('comes back as it was, by id and by number', async () => {
    const { store } = await withCase();
    const added = aRequest({
      decision: {
        decision: 'approved',
        approverId: 'a',
        approverName: 'A',
        at: 5,
        reason: '確認済み',
        proof: 'in-person',
      },
      journal: [{ step: 'delete:method-1', outcome: 'failed', at: 6, fault: 'graph-broken' }],
    });
    await store.transaction((tx) => tx.requests.insert(added));
    const found = await store.transaction(async (tx) => [
      await tx.requests.find(added.id),
      await tx.requests.findByNumber(added.number),
    ]);
    expect(found).toEqual([added, added]);
  });

  test('that asks for a pass comes back as it was', async () => {
    const { store } = await withCase();
    const added = aRequest({
      remedy: 'issue-temporary-access-pass',
      plan: {
        remedy: 'issue-temporary-access-pass',
        personId: 'person-1',
        lifetimeInMinutes: 60,
        isUsableOnce: true,
      },
    });
    await store.transaction((tx) => tx.requests.insert(added));
    expect(await store.transaction((tx) => tx.requests.find(added.id))).toEqual(added);
  });

  test('is saved with a version raised by one', async () => {
    const { store } = await withCase();
    await store.transaction((tx) => tx.requests.insert(aRequest()));
    const saved = await store.transaction((tx) => tx.requests.save(aRequest({ state: 'approved' })));
    expect(saved).toEqual(aRequest({ state: 'approved', version: 2 }));
    expect(await store.transaction((tx) => tx.requests.find(saved.id))).toEqual(saved);
  });

  test('that somebody else saved meanwhile is not overwritten', async () => {
    const { store } = await withCase();
    await store.transaction((tx) => tx.requests.insert(aRequest()));
    const first = await store.transaction((tx) => tx.requests.save(aRequest({ state: 'approved' })));
    const late = store.transaction((tx) => tx.requests.save(aRequest({ state: 'denied' })));
    await expect(late).rejects.toMatchObject({ code: 'store-conflict' });
    expect(await store.transaction((tx) => tx.requests.find(first.id))).toEqual(first);
  });

  test('needs its case', async () => {
    const { store } = await withCase();
    const added = store.transaction((tx) => tx.requests.insert(aRequest({ caseId: 'nowhere' })));
    await expect(added).rejects.toThrow(/foreign key/i);
  });
});

describe('a person with an open request', () => {
  const open = requestStates.filter((state) => !finished.some((one) => one === state));

  test.each(open)('in state %s gets no second one', async (state) => {
    const { store } = await withCase();
    await store.transaction((tx) => tx.requests.insert(aRequest({ state })));
    const second = store.transaction((tx) => tx.requests.insert(aRequest({ id: 'request-2' })));
    await expect(second).rejects.toMatchObject({ code: 'store-conflict' });
    expect(await store.transaction((tx) => tx.requests.openFor('person-1'))).toEqual(aRequest({ state }));
  });

  test.each(finished)('gets another once it is %s', async (state) => {
    const { store } = await withCase();
    await store.transaction((tx) => tx.requests.insert(aRequest({ state })));
    expect(await store.transaction((tx) => tx.requests.openFor('person-1'))).toBeUndefined();
    const second = aRequest({ id: 'request-2' });
    await store.transaction((tx) => tx.requests.insert(second));
    expect(await store.transaction((tx) => tx.requests.openFor('person-1'))).toEqual(second);
  });
});
