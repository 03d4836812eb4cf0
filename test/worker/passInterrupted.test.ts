import { passLinks } from '../fakes/passLinks';
import { Fault, type FaultCode } from '../../src/faults';
import { recordPassShown } from '../../src/usecases/recordPassShown';
import { teamsDown } from '../fakes/fakeMessenger';
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

describe('S11: an answer that is lost after the pass was issued', () => {
  const uncertain: FaultCode[] = ['graph-unreachable', 'graph-broken', 'graph-unreadable'];

  test.each(uncertain)('(%s) leads to one new pass, the lost one deleted first', async (code) => {
    const id = await approvedPass();
    world.tenant.failNext(
      'issuePass',
      new Fault(code, 'lost', { retryable: code !== 'graph-unreadable' }),
      'after',
    );
    await world.run(minutes);
    expect(world.tenant.writes()).toEqual(['issuePass', 'deletePass', 'issuePass']);
    expect(passes().map((pass) => pass.id)).toEqual(['pass-2']);
    expect(await recordPassShown(world.deps, id)).toBe(true);
    await world.run(60 * minutes);
    expect((await world.find(id)).state).toBe('done');
    expect(passes()).toHaveLength(1);
  });

  test.each(uncertain)('(%s) twice leaves no pass, and says so', async (code) => {
    const id = await approvedPass();
    for (let times = 0; times < 2; times += 1) {
      world.tenant.failNext('issuePass', new Fault(code, 'lost', { retryable: true }), 'after');
    }
    await world.run(5 * minutes);
    expect(passes()).toEqual([]);
    const { state, journal } = await world.find(id);
    expect([state, journal.at(-1)?.fault]).toEqual(['failed', 'passUncertain']);
  });

  const certain: FaultCode[] = [
    'graph-forbidden',
    'graph-policy-refuses',
    'graph-rejected',
    'graph-not-found',
  ];

  test.each(certain)('(a refusal, %s) is reported at once', async (code) => {
    const id = await approvedPass();
    world.tenant.failNext('issuePass', new Fault(code, 'refused'));
    await world.run(minutes);
    expect((await world.find(id)).state).toBe('failed');
    expect(issues()).toBe(1);
    expect(passes()).toEqual([]);
  });

  test('(429) is waited out without counting as issued', async () => {
    await approvedPass();
    for (let times = 0; times < 4; times += 1) {
      world.tenant.failNext(
        'issuePass',
        new Fault('graph-throttled', '429', { retryable: true, retryAfterMs: 2_000 }),
      );
    }
    await world.run(3 * minutes);
    expect(passes()).toHaveLength(1);
    expect(links()).toHaveLength(1);
  });
});

describe('a crash right after the pass was issued', () => {
  test('ends with one pass that can be shown', async () => {
    const id = await approvedPass();
    const { locker } = world.deps;
    const put = locker.put.bind(locker);
    let crashed = false;
    Object.assign(locker, {
      put: (...given: Parameters<typeof put>) => {
        if (crashed) return put(...given);
        crashed = true;
        throw new Error('the process ended here');
      },
    });
    await world.run(minutes);
    expect(passes().map((pass) => pass.id)).toEqual(['pass-2']);
    expect(await recordPassShown(world.deps, id)).toBe(true);
  });
});

describe('an approver who cannot be written to for a moment', () => {
  test('gets one link that works, and the pass of the lost one is gone', async () => {
    await approvedPass();
    world.teams.failNext('post', 'chat-admin', teamsDown());
    await world.run(minutes);
    expect(links()).toHaveLength(1);
    expect(world.deps.locker.has(links()[0] ?? '')).toBe(true);
    expect(passes().map((pass) => pass.id)).toEqual(['pass-2']);
  });

  test('and then not at all leaves no pass', async () => {
    const id = await approvedPass();
    world.teams.failNext('post', 'chat-admin', new Fault('teams-rejected', '403', { status: 403 }));
    await world.run(minutes);
    expect(passes()).toEqual([]);
    expect((await world.find(id)).journal.at(-1)?.fault).toBe('passNotDelivered');
  });
});

describe('an approver who lost the role while a pass was being issued', () => {
  test('gets no pass, and none is left', async () => {
    const id = await approvedPass();
    world.tenant.failNext('issuePass', new Fault('graph-unreachable', 'lost', { retryable: true }), 'after');
    const { remedies } = world.deps;
    const issuePass = remedies.issuePass.bind(remedies);
    Object.assign(remedies, {
      issuePass: (...given: Parameters<typeof issuePass>) => {
        world.tenant.of('admin').standing = { roles: [], inRoleAssignableGroup: false };
        return issuePass(...given);
      },
    });
    await world.run(minutes);
    expect(passes()).toEqual([]);
    expect(links()).toEqual([]);
    expect((await world.find(id)).state).toBe('failed');
  });
});
