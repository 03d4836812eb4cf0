import { Fault } from '../../src/faults';
import { usualMethods } from '../fakes/requestPeople';
import { type RequestWorld, requestWorld } from '../fakes/requestWorld';

let world: RequestWorld;
beforeEach(async () => {
  world = await requestWorld();
});
afterEach(async () => {
  const leaks = world.leaks();
  const audit = await world.audit.verify();
  await world.close();
  expect(leaks).toEqual([]);
  expect(audit).toMatchObject({ ok: true });
});

const reset = 'require-mfa-reregistration';

async function approvedReset(revokeSessions = false) {
  const request = await world.ask(reset, { revokeSessions });
  await world.run(1_000);
  expect(await world.decide(request.number)).toMatchObject({ ok: true });
  return request.id;
}

const kept = () => world.tenant.of('hanako').methods.map(({ id }) => id);
const stays = ['password', 'hello'];

const passing: [string, Fault][] = [
  ['time-out', new Fault('graph-unreachable', 'timed out', { retryable: true })],
  ['429', new Fault('graph-throttled', '429', { retryable: true, status: 429, retryAfterMs: 3_000 })],
  ['5xx', new Fault('graph-broken', '503', { retryable: true, status: 503 })],
];
const lasting: [string, Fault][] = [
  ['403', new Fault('graph-forbidden', '403', { status: 403 })],
  ['other 4xx', new Fault('graph-rejected', '409', { status: 409 })],
];
const calls = [
  'person',
  'standing',
  'methods',
  'removeMethod:alternate',
  'removeMethod:mobile',
  'removeMethod:totp',
  'removeMethod:app',
  'revokeSessions',
];
const sweep = (faults: [string, Fault][]) =>
  faults.flatMap(([name, fault]) =>
    calls.flatMap((call) => (['before', 'after'] as const).map((when) => [name, when, call, fault] as const)),
  );

describe('S11: a fault of the tenant while methods are removed', () => {
  test.each(sweep(passing))(
    'that passes (%s, %s the effect of %s) does not keep it from being done',
    async (_name, when, call, fault) => {
      const id = await approvedReset(true);
      world.tenant.failNext(call, fault, when);
      await world.run();
      expect((await world.find(id)).state).toBe('done');
      expect(kept()).toEqual(stays);
    },
  );

  test.each(sweep(lasting))(
    'that lasts (%s, %s the effect of %s) is reported as it is',
    async (_name, when, call, fault) => {
      const id = await approvedReset(true);
      for (let times = 0; times < 3; times += 1) world.tenant.failNext(call, fault, when);
      await world.run();
      const { state, journal } = await world.find(id);
      expect(state).not.toBe('running');
      expect(journal.some(({ outcome }) => outcome === 'failed')).toBe(true);
      // `done` may only be said where everything is gone and the person is signed out.
      const allGone = kept().length === stays.length && world.tenant.of('hanako').sessionsRevoked > 0;
      expect(state === 'done' ? allGone : true).toBe(true);
      expect(kept()).toEqual(expect.arrayContaining(stays));
    },
  );

  test('that never passes ends in the truth so far after a while', async () => {
    const id = await approvedReset();
    for (let times = 0; times < 20; times += 1) {
      world.tenant.failNext('removeMethod:totp', new Fault('graph-broken', '500', { retryable: true }));
    }
    await world.run(30 * 60_000);
    expect((await world.find(id)).state).toBe('partial');
    expect(kept()).toEqual(['password', 'app', 'totp', 'hello']);
  });

  test.each(['graph-broken', 'graph-forbidden'] as const)(
    '(%s) while looking at the result is never called done',
    async (code) => {
      const id = await approvedReset();
      for (let times = 0; times < 20; times += 1) {
        world.tenant.failNext(
          'methods',
          new Fault(code, 'no', { retryable: code === 'graph-broken' }),
          'before',
          1,
        );
      }
      await world.run(30 * 60_000);
      const { state, journal } = await world.find(id);
      expect(state).toBe('partial');
      expect(journal.at(-1)).toMatchObject({ step: 'verify', outcome: 'failed', fault: code });
    },
  );

  test('that leaves removed methods listed for a moment is waited out', async () => {
    const id = await approvedReset();
    const { directory } = world.deps;
    const stale = { times: 0 };
    const methods = directory.methods.bind(directory);
    Object.assign(directory, {
      methods: async (personId: string) =>
        (await world.find(id)).state === 'running' && (stale.times += 1) === 1
          ? usualMethods
          : methods(personId),
    });
    await world.run();
    expect((await world.find(id)).state).toBe('done');
  });

  test('that lists a removed method for ever ends as not done, with that method named', async () => {
    const id = await approvedReset();
    const { directory } = world.deps;
    const methods = directory.methods.bind(directory);
    const ghost = usualMethods.filter(({ id: methodId }) => methodId === 'totp');
    Object.assign(directory, {
      methods: async (personId: string) =>
        (await world.find(id)).state === 'running'
          ? [...ghost, ...(await methods(personId))]
          : methods(personId),
    });
    await world.run(30 * 60_000);
    const { state, journal } = await world.find(id);
    expect(state).toBe('partial');
    expect(journal.findLast(({ step }) => step === 'delete:totp')).toMatchObject({ fault: 'stillThere' });
  });
});
