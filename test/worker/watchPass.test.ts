import { Fault } from '../../src/faults';
import { freezeFor } from '../../src/usecases/freezeRequest';
import { recordPassShown } from '../../src/usecases/recordPassShown';
import { withdrawRequest } from '../../src/usecases/withdrawRequest';
import { type RequestWorld, requestWorld, type WorldOptions } from '../fakes/requestWorld';

const minutes = 60_000;

let world: RequestWorld;
afterEach(async () => {
  const leaks = world.leaks();
  await world.close();
  expect(leaks).toEqual([]);
});

/** A pass that was issued and shown. */
async function shownPass(approvals: WorldOptions['approvals'] = {}) {
  world = await requestWorld({ approvals });
  const request = await world.ask('issue-temporary-access-pass');
  await world.run(1_000);
  expect(await world.decide(request.number)).toMatchObject({ ok: true });
  await world.run(minutes);
  expect(await recordPassShown(world.deps, request.id)).toBe(true);
  return request.id;
}

const hanako = () => world.tenant.of('hanako');
const passIds = () => hanako().passes.map(({ id }) => id);
const staffTold = () => world.teams.texts('chat-staff').filter((text) => text.includes('一時アクセス パス'));
const beUsed = () => {
  hanako().passes = hanako().passes.map((pass) => ({ ...pass, isUsable: false }));
};
const deletions = () => world.tenant.writes().filter((call) => call === 'deletePass').length;
const notMe = () => freezeFor(world.deps, { personId: 'hanako', actorId: 'hanako', why: 'notMe' });

describe('S14: a pass that is out there is deleted on every way out', () => {
  test('not while it can still be used', async () => {
    await shownPass();
    await world.run(20 * minutes);
    expect(passIds()).toEqual(['pass-1']);
  });

  test('once it was used', async () => {
    const id = await shownPass();
    beUsed();
    await world.run(20 * minutes);
    expect(passIds()).toEqual([]);
    expect((await world.find(id)).afterwards).toMatchObject([{ step: 'delete-pass', outcome: 'done' }]);
    await world.run(300 * minutes);
    expect([deletions(), staffTold()]).toEqual([1, []]);
  });

  test('once its time is over', async () => {
    await shownPass();
    await world.run(120 * minutes);
    expect(passIds()).toEqual([]);
  });

  test('when the person says "that was not me"', async () => {
    await shownPass();
    await notMe();
    await world.run(1_000);
    expect(passIds()).toEqual([]);
  });

  test('when the person takes the request back, though it is too late to stop it', async () => {
    const requestId = await shownPass();
    expect(await withdrawRequest(world.deps, { requestId, actorId: 'hanako' })).toMatchObject({ ok: false });
    await world.run(1_000);
    expect(passIds()).toEqual([]);
  });

  test('not when somebody else tries to take it back', async () => {
    const requestId = await shownPass();
    await withdrawRequest(world.deps, { requestId, actorId: 'jiro' });
    await world.run(1_000);
    expect(passIds()).toEqual(['pass-1']);
  });

  test('after a restart in between', async () => {
    await shownPass();
    await world.restartWorker();
    beUsed();
    await world.run(20 * minutes);
    expect(passIds()).toEqual([]);
  });

  test('but one that an administrator issued by hand later is left alone', async () => {
    await shownPass();
    hanako().passes = [
      { id: 'by-hand', createdAt: world.time.now + 20 * minutes, isUsable: true, value: 'other' },
    ];
    await world.run(180 * minutes);
    expect(passIds()).toEqual(['by-hand']);
  });
});

describe('S14: a second look some minutes after a pass was begun', () => {
  test('removes one whose creation was given up and took effect late', async () => {
    world = await requestWorld();
    const request = await world.ask('issue-temporary-access-pass');
    await world.run(1_000);
    await world.decide(request.number);
    for (let times = 0; times < 2; times += 1)
      world.tenant.failNext('issuePass', new Fault('graph-unreachable', 'lost', { retryable: true }));
    await world.run(2 * minutes);
    expect((await world.find(request.id)).state).toBe('failed');
    hanako().passes = [{ id: 'late', createdAt: world.time.now, isUsable: true, value: 'other' }];
    await world.run(10 * minutes);
    expect(passIds()).toEqual([]);
  });

  test('removes a late one that took the place of the one that was shown', async () => {
    await shownPass();
    hanako().passes = [{ id: 'late', createdAt: world.time.now, isUsable: true, value: 'other' }];
    await world.run(10 * minutes);
    expect(passIds()).toEqual([]);
  });
});

describe('S14: a pass that cannot be deleted is not silently left', () => {
  const byHand = { applicationRemedies: [], laterSteps: [] };

  /** As the approver's sign-in did it; afterwards nobody's token is held any more. */
  async function passOfApprover() {
    const id = await shownPass();
    const { plan, ...request } = await world.find(id);
    if (plan.remedy !== 'issue-temporary-access-pass') throw new Error('no pass');
    await world.deps.store.transaction((tx) =>
      tx.requests.save({ ...request, plan: { ...plan, deletedByHand: true } }),
    );
    Object.assign(world.deps.approvals, byHand);
  }

  test('staff are reminded where Monban may not delete it, again each hour while it can be used', async () => {
    await passOfApprover();
    await notMe();
    await world.run(minutes);
    expect(deletions()).toBe(0);
    expect(staffTold().filter((text) => text.startsWith('要対応'))).toHaveLength(1);
    await world.run(60 * minutes);
    expect(staffTold().filter((text) => text.startsWith('要対応')).length).toBeGreaterThan(1);
  });

  test('staff are reminded once of one that nobody can use any more', async () => {
    await passOfApprover();
    beUsed();
    await world.run(600 * minutes);
    expect(staffTold().filter((text) => text.startsWith('要対応'))).toHaveLength(1);
  });

  test('staff hear no more once it is gone', async () => {
    await passOfApprover();
    await notMe();
    await world.run(minutes);
    const told = staffTold().length;
    hanako().passes = [];
    await world.run(600 * minutes);
    expect(staffTold()).toHaveLength(told);
  });

  test.each([
    new Fault('graph-forbidden', '403'),
    new Fault('graph-broken', '503', { retryable: true, status: 503 }),
  ])('staff are alarmed where Graph does not do it ($code), and it is tried again', async (fault) => {
    const id = await shownPass();
    for (let times = 0; times < 4; times += 1) {
      if (times === 0 || fault.retryable) world.tenant.failNext('deletePass', fault);
    }
    await notMe();
    await world.run(5 * minutes);
    expect(staffTold().filter((text) => text.startsWith('警告'))).toHaveLength(1);
    expect((await world.find(id)).afterwards?.at(-1)).toMatchObject({ outcome: 'failed', fault: fault.code });
    await world.run(60 * minutes);
    expect(passIds()).toEqual([]);
  });
});
