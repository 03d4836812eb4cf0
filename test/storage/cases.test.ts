import { aCase, aStore } from './stored';

describe('a stored case', () => {
  test('comes back as it was', async () => {
    const { store } = await aStore();
    const added = aCase({ causes: ['new-phone'], route: 'admin-mfa-reset', state: 'diagnosed' });
    await store.transaction((tx) => tx.cases.insert(added));
    expect(await store.transaction((tx) => tx.cases.find(added.id))).toEqual(added);
  });

  test('that is not there is undefined', async () => {
    const { store } = await aStore();
    expect(await store.transaction((tx) => tx.cases.find('nowhere'))).toBeUndefined();
  });

  test('is saved with a version raised by one', async () => {
    const { store } = await aStore();
    await store.transaction((tx) => tx.cases.insert(aCase()));
    const saved = await store.transaction((tx) => tx.cases.save(aCase({ state: 'withStaff' })));
    expect(saved).toEqual(aCase({ state: 'withStaff', version: 2 }));
    expect(await store.transaction((tx) => tx.cases.find(saved.id))).toEqual(saved);
  });

  test('that somebody else saved meanwhile is not overwritten', async () => {
    const { store } = await aStore();
    await store.transaction((tx) => tx.cases.insert(aCase()));
    await store.transaction((tx) => tx.cases.save(aCase({ state: 'withStaff' })));
    const late = store.transaction((tx) => tx.cases.save(aCase({ state: 'closed' })));
    await expect(late).rejects.toMatchObject({ code: 'store-conflict' });
  });

  test('whose id or number is taken is a conflict', async () => {
    const { store } = await aStore();
    await store.transaction((tx) => tx.cases.insert(aCase({ number: 'C-1' })));
    const sameId = store.transaction((tx) => tx.cases.insert(aCase({ number: 'C-2' })));
    await expect(sameId).rejects.toMatchObject({ code: 'store-conflict' });
    const sameNumber = store.transaction((tx) => tx.cases.insert(aCase({ id: 'case-2', number: 'C-1' })));
    await expect(sameNumber).rejects.toMatchObject({ code: 'store-conflict' });
  });

  test('of another tenant is refused', async () => {
    const { store } = await aStore();
    const foreign = store.transaction((tx) => tx.cases.insert(aCase({ tenantId: 'another' })));
    await expect(foreign).rejects.toThrow('another tenant');
  });
});

describe("a person's open case", () => {
  test('is the newest that is not closed', async () => {
    const { store } = await aStore();
    const found = await store.transaction(async (tx) => {
      await tx.cases.insert(aCase({ id: 'old', createdAt: 1 }));
      await tx.cases.insert(aCase({ id: 'new', createdAt: 2 }));
      await tx.cases.insert(aCase({ id: 'closed', createdAt: 3, state: 'closed' }));
      await tx.cases.insert(aCase({ id: 'other', createdAt: 4, personId: 'person-2' }));
      return tx.cases.openOf('person-1');
    });
    expect(found?.id).toBe('new');
  });

  test('is nothing where all are closed', async () => {
    const { store } = await aStore();
    const found = await store.transaction(async (tx) => {
      await tx.cases.insert(aCase({ state: 'closed' }));
      return tx.cases.openOf('person-1');
    });
    expect(found).toBeUndefined();
  });
});
