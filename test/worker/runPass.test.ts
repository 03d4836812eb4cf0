import { passLinks } from '../fakes/passLinks';
import { Fault } from '../../src/faults';
import { recordPassShown } from '../../src/usecases/recordPassShown';
import { canary } from '../canary/canary';
import { type RequestWorld, requestWorld } from '../fakes/requestWorld';

let world: RequestWorld;
beforeEach(async () => {
  world = await requestWorld();
});
afterEach(async () => {
  const leaks = world.leaks();
  await world.close();
  expect(leaks).toEqual([]);
});

const minutes = 60_000;

async function approvedPass() {
  const request = await world.ask('issue-temporary-access-pass');
  await world.run(1_000);
  expect(await world.decide(request.number)).toMatchObject({ ok: true });
  return request.id;
}

/** The tokens of the links that the approver got. */
const links = () => passLinks(world.teams.cards('chat-admin'));

const passes = () => world.tenant.of('hanako').passes;
const issues = () => world.tenant.writes().filter((call) => call === 'issuePass').length;

describe('an approved pass', () => {
  test('is issued once, one-time, no longer than the policy wants', async () => {
    const id = await approvedPass();
    await world.run(minutes);
    expect((await world.find(id)).plan).toMatchObject({ lifetimeInMinutes: 60, isUsableOnce: true });
    expect(issues()).toBe(1);
  });

  test('is given to the approver alone, by a link, and waits in the locker', async () => {
    await approvedPass();
    await world.run(minutes);
    expect(links()).toHaveLength(1);
    expect(JSON.stringify([world.teams.texts('chat-hanako'), world.teams.cards('chat-staff')])).not.toContain(
      '/pass/',
    );
    expect(world.deps.locker.take(links()[0] ?? '')?.value.reveal()).toBe(canary);
  });

  test('is done once it was shown, and stays in the tenant', async () => {
    const id = await approvedPass();
    await world.run(minutes);
    expect((await world.find(id)).state).toBe('running');
    expect(await recordPassShown(world.deps, id)).toBe(true);
    await world.run(60 * minutes);
    expect((await world.find(id)).state).toBe('done');
    expect(passes()).toHaveLength(1);
    expect(world.teams.texts('chat-hanako').at(-1)).toContain('10 分以内');
  });

  test('is not shown twice', async () => {
    const id = await approvedPass();
    await world.run(minutes);
    await recordPassShown(world.deps, id);
    expect(await recordPassShown(world.deps, id)).toBe(false);
  });

  test('that nobody opened is deleted, and the approver is told', async () => {
    const id = await approvedPass();
    await world.run(11 * minutes);
    expect(passes()).toEqual([]);
    expect((await world.find(id)).state).toBe('failed');
    expect(await recordPassShown(world.deps, id)).toBe(false);
    expect(world.teams.texts('chat-admin').at(-1)).toContain('could not be done');
  });

  test('that a restart took out of the locker is deleted too', async () => {
    const id = await approvedPass();
    await world.run(minutes);
    world.deps.locker.take(links()[0] ?? '');
    await world.restartWorker();
    await world.run(11 * minutes);
    expect(passes()).toEqual([]);
    expect((await world.find(id)).journal.at(-1)).toMatchObject({
      step: 'pass-shown',
      fault: 'passNotShown',
    });
  });

  test('is not shown any more once its deletion has begun', async () => {
    const id = await approvedPass();
    await world.run(minutes);
    const busy = new Fault('graph-broken', '503', { retryable: true, status: 503 });
    for (let times = 0; times < 20; times += 1) world.tenant.failNext('deletePass', busy);
    await world.run(9 * minutes + 3_000);
    expect((await world.find(id)).state).toBe('running');
    expect(await recordPassShown(world.deps, id)).toBe(false);
  });

  test('that nobody opened and that cannot be deleted is named to the approver', async () => {
    await approvedPass();
    await world.run(minutes);
    world.tenant.failNext('deletePass', new Fault('graph-forbidden', '403'));
    await world.run(11 * minutes);
    expect(world.teams.texts('chat-admin').at(-1)).toContain('could not be deleted');
  });

  test('that the policy does not let anybody use is deleted and reported', async () => {
    Object.assign(world.tenant.usability, { isUsable: false, usabilityReason: 'DisabledByPolicy' });
    const id = await approvedPass();
    await world.run(minutes);
    expect(passes()).toEqual([]);
    expect(links()).toEqual([]);
    const { state, journal } = await world.find(id);
    expect([state, journal.at(-1)?.fault]).toEqual(['failed', 'passNotUsable']);
  });

  test('is not issued where the approver has no chat to get it in', async () => {
    const request = await world.ask('issue-temporary-access-pass');
    await world.run(1_000);
    await world.decide(request.number, { approverId: 'admin2', conversationId: 'chat-staff' });
    await world.run(minutes);
    expect(issues()).toBe(0);
    expect((await world.find(request.id)).journal.at(-1)?.fault).toBe('approverNotReachable');
  });

  test('that replaces another one leaves no third', async () => {
    world.tenant.of('hanako').passes = [{ id: 'old', createdAt: 1, isUsable: true, value: 'other' }];
    const id = await approvedPass();
    await world.run(minutes);
    expect((await world.find(id)).plan).toMatchObject({ replacesPassId: 'old' });
    expect(passes().map((pass) => pass.id)).toEqual(['pass-1']);
  });

  test('is void where another pass was issued by hand meanwhile', async () => {
    const id = await approvedPass();
    world.tenant.of('hanako').passes = [{ id: 'by-hand', createdAt: 1, isUsable: true, value: 'other' }];
    await world.run(minutes);
    expect((await world.find(id)).journal.at(-1)?.fault).toBe('factsChanged');
    expect(issues()).toBe(0);
  });
});
