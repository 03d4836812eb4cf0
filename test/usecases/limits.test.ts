import type { RemedyRequest } from '../../src/cases/remedyRequest';
import { askForCaller, askForColleague } from '../../src/usecases/askForAnother';
import { recordPolicy } from '../../src/usecases/recordPolicy';
import { requestRemedy } from '../../src/usecases/requestRemedy';
import { boxPolicy } from '../fakes/policies';
import { type RequestWorld, requestWorld } from '../fakes/requestWorld';

let world: RequestWorld;
beforeEach(async () => {
  world = await requestWorld();
});
afterEach(() => world.close());

const reset = 'require-mfa-reregistration';
const state = async ({ id }: RemedyRequest) => (await world.find(id)).state;

describe('S19: a flood', () => {
  let people = 0;
  const burst = async (count: number) => {
    const outcomes: string[] = [];
    for (let at = 0; at < count; at += 1) {
      const personId = `person-${String((people += 1))}`;
      world.tenant.add({ id: personId }, { methods: [{ id: 'totp', kind: 'software-oath' }] });
      const caseId = await world.openCase(personId, 'taro');
      const parties = { personId, requesterId: 'taro', openerId: 'taro', door: 'staff' as const };
      const outcome = await requestRemedy(world.deps, { caseId, remedy: reset, language: 'ja', ...parties });
      outcomes.push(outcome.ok ? 'asked' : outcome.refusal);
    }
    return outcomes;
  };

  test('of 100 requests makes as many cards as the limit says, and tells the rest why', async () => {
    const limit = boxPolicy.limits.requestsPerRequester;
    const outcomes = await burst(100);
    expect(outcomes.slice(0, limit)).toEqual(Array.from({ length: limit }, () => 'asked'));
    expect(new Set(outcomes.slice(limit))).toEqual(new Set(['tooManyRequests']));
    await world.run(1_000);
    expect(world.teams.cards('chat-staff')).toHaveLength(limit);
  });

  test('is over with its window, and not before', async () => {
    await burst(5);
    world.time.now += boxPolicy.limits.windowMinutes * 60_000 - 1;
    expect(await burst(1)).toEqual(['tooManyRequests']);
    world.time.now += 1;
    expect(await burst(1)).toEqual(['asked']);
  });
});

describe('S4: two who always approve together', () => {
  test('raise an alarm with the third time', async () => {
    const privileged = {
      standing: { roles: [{ roleId: 'any', scope: '/' }], inRoleAssignableGroup: false },
      methods: [{ id: 'totp', kind: 'software-oath' as const }],
    };
    for (const id of ['one', 'two', 'three']) {
      world.tenant.add({ id }, privileged);
      const request = await world.ask(reset, { personId: id, requesterId: id, openerId: id });
      await world.decide(request.number, { approverId: 'paa1' });
      await world.decide(request.number, { approverId: 'paa2' });
      expect(await state(request)).toBe('approved');
      await world.run(1_000);
      const alarms = world.teams.texts('chat-staff').filter((text) => text.includes('同じ 2 人'));
      expect(alarms).toHaveLength(id === 'three' ? 1 : 0);
    }
  });

  test('one person twice counts once', async () => {
    world.tenant.of('hanako').standing = {
      roles: [{ roleId: 'any', scope: '/' }],
      inRoleAssignableGroup: false,
    };
    const request = await world.ask(reset);
    await world.decide(request.number, { approverId: 'paa1' });
    expect(await world.decide(request.number, { approverId: 'PAA1' })).toMatchObject({
      refusal: 'alreadyApprovedByYou',
    });
    expect(await state(request)).toBe('pending');
  });

  test('two accounts of one person are refused', async () => {
    world.tenant.of('hanako').standing = {
      roles: [{ roleId: 'any', scope: '/' }],
      inRoleAssignableGroup: false,
    };
    for (const id of ['paa1', 'paa2']) {
      world.tenant.of(id).person = { ...world.tenant.of(id).person, employeeId: '77' };
    }
    const request = await world.ask(reset);
    await world.decide(request.number, { approverId: 'paa1' });
    expect(await world.decide(request.number, { approverId: 'paa2' })).toMatchObject({
      refusal: 'secondAccount',
    });
    expect(await world.decide(request.number, { approverId: 'paa3' })).toMatchObject({ ok: true });
    expect(await state(request)).toBe('approved');
  });
});

describe('S20: a colleague who asks for somebody', () => {
  // The use case is given no directory: it cannot look anybody up. The job that it adds does, and tells them nothing.
  const ask = (userName: string) => askForColleague(world.deps, { userName, remedy: reset, askerId: 'taro' });

  test('gets the same answer for a known and an unknown person, before anything was looked up', async () => {
    await world.remember('taro');
    const [known, unknown] = [await ask('hanako@example.com'), await ask('nobody@example.com')];
    expect([known, unknown]).toEqual(['received', 'received']);
    await world.run();
    // Nothing but the identity's proof lets them hear more.
    expect(world.teams.texts('chat-taro')).toEqual([]);
    expect(world.teams.texts('chat-hanako').at(-1)).toContain('身に覚えがない');
  });

  test('is refused after too many, whoever it was about', async () => {
    const limit = boxPolicy.limits.requestsPerRequester;
    for (let count = 0; count < limit; count += 1) await ask('nobody@example.com');
    expect(await ask('hanako@example.com')).toBe('tooManyRequests');
    expect(await ask('nobody@example.com')).toBe('tooManyRequests');
  });

  test('is a party of what comes of it, as is staff who asks for a caller', async () => {
    const named = { userName: 'hanako@example.com', remedy: reset, askerId: 'desk' } as const;
    const outcome = await askForCaller(world.deps, named);
    expect(outcome).toMatchObject({
      ok: true,
      request: { door: 'staff', requesterId: 'desk', openerId: 'desk', personId: 'hanako' },
    });
  });
});

describe('S30: the policy in force', () => {
  test('is written into the trail when it changes, and only then', async () => {
    const { store } = world.deps;
    const heads = [];
    for (const text of ['a', 'a', 'b']) {
      await recordPolicy(store, text);
      heads.push(await world.audit.verify());
    }
    expect(heads.map((head) => (head.ok ? head.entries : 0))).toEqual([1, 1, 2]);
  });
});
