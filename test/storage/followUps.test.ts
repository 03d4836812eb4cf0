import type { RecoveryFollowUp } from '../../src/cases/followUp';
import { aCase, aRequest, aStore, testTenant } from './stored';

const recovery: RecoveryFollowUp = {
  tenantId: testTenant,
  caseId: 'case-1',
  kind: 'recovery',
  state: 'open',
  version: 1,
  createdAt: 1,
  updatedAt: 1,
  since: 1,
  needs: ['newMethod', 'signedIn'],
  toRemove: ['old'],
  seen: { newMethod: 5 },
  unseeable: [],
  looks: 0,
  reminders: 0,
};

async function withCase() {
  const opened = await aStore();
  await opened.store.transaction((tx) => tx.cases.insert(aCase({ id: 'case-1', state: 'closed' })));
  return opened;
}

describe('what is stored of how a case is followed', () => {
  test('is read as it was written, each kind by itself', async () => {
    const { store } = await withCase();
    await store.transaction((tx) => tx.followUps.insert(recovery));
    await store.transaction(async (tx) => {
      expect(await tx.followUps.recovery('case-1')).toEqual(recovery);
      expect(await tx.followUps.microsoft('case-1')).toBeUndefined();
    });
  });

  test('is not overwritten by somebody who read an older state', async () => {
    const { store } = await withCase();
    await store.transaction((tx) => tx.followUps.insert(recovery));
    await store.transaction((tx) => tx.followUps.save({ ...recovery, looks: 1 }));
    await expect(
      store.transaction((tx) => tx.followUps.save({ ...recovery, looks: 9 })),
    ).rejects.toMatchObject({ code: 'store-conflict' });
  });

  test('goes with the person who is erased', async () => {
    const opened = await withCase();
    await opened.store.transaction((tx) => tx.followUps.insert(recovery));
    expect(await opened.housekeeping.erasePerson('person-1', 'admin')).toBe('erased');
    await opened.store.transaction(async (tx) => {
      expect(await tx.followUps.recovery('case-1')).toBeUndefined();
    });
  });
});

test('the trail and the requests of a case are read in order, and nobody else’s', async () => {
  const { store, time } = await withCase();
  await store.transaction(async (tx) => {
    await tx.requests.insert(aRequest({ id: 'r-1', number: 'R-1111', caseId: 'case-1', state: 'done' }));
    await tx.audit.append({ event: 'case.opened', actorId: 'a', caseId: 'case-1', detail: { number: 'C' } });
    await tx.audit.append({ event: 'case.opened', actorId: 'a', caseId: 'case-2' });
    await tx.audit.append({ event: 'case.closed', actorId: 'monban', caseId: 'case-1', requestId: 'r-1' });
  });
  await store.transaction(async (tx) => {
    expect(await tx.trail.ofCase('case-1')).toEqual([
      { at: time.now, event: 'case.opened', actorId: 'a', caseId: 'case-1', detail: { number: 'C' } },
      { at: time.now, event: 'case.closed', actorId: 'monban', caseId: 'case-1', requestId: 'r-1' },
    ]);
    expect((await tx.requests.ofCase('case-1')).map(({ number }) => number)).toEqual(['R-1111']);
  });
});
