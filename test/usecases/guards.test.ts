import type { RemedyRequest } from '../../src/cases/remedyRequest';
import { clearRedFlags } from '../../src/usecases/clearRedFlags';
import { switchStop } from '../../src/usecases/emergencyStop';
import { freezeByStaff } from '../../src/usecases/freezeByStaff';
import { freezeFor } from '../../src/usecases/freezeRequest';
import { type RequestWorld, requestWorld } from '../fakes/requestWorld';

let world: RequestWorld;
beforeEach(async () => {
  world = await requestWorld();
});
afterEach(() => world.close());

const reset = 'require-mfa-reregistration';
const stop = (on: boolean, actorId = 'desk') =>
  switchStop(world.deps, { on, actorId, inStaffChannel: true, reason: 'odd requests' });
const state = async ({ id }: RemedyRequest) => (await world.find(id)).state;
const flags = () => world.deps.store.transaction((tx) => tx.cases.redFlagsOf('hanako'));

describe('S14, S26: "that was not me"', () => {
  const notMe = () => freezeFor(world.deps, { personId: 'HANAKO', actorId: 'HANAKO', why: 'notMe' });

  test.each(['awaitingProof', 'pending', 'approved'] as const)(
    'freezes what is %s, for good',
    async (when) => {
      const request = await world.ask(reset);
      if (when !== 'awaitingProof') await world.prove(request.number);
      if (when === 'approved') await world.decide(request.number, { approverId: 'admin2' });
      await notMe();
      await world.run();
      expect(await state(request)).toBe('frozen');
      expect(await world.decide(request.number, { approverId: 'admin2' })).toMatchObject({ ok: false });
      expect(world.tenant.writes()).toEqual([]);
    },
  );

  test('calls security, and tells the person', async () => {
    await world.ask(reset);
    await notMe();
    await world.run();
    expect(world.teams.texts('chat-staff').at(-1)).toContain('【セキュリティ】');
    expect(world.teams.texts('chat-hanako').at(-1)).toContain('止めました');
  });

  test('after a pass was issued has it deleted in the tenant', async () => {
    const request = await world.ask('issue-temporary-access-pass');
    await world.decide(request.number);
    await world.run(1_000);
    expect(world.tenant.of('hanako').passes).toHaveLength(1);
    await notMe();
    await world.run(1_000);
    expect(world.tenant.of('hanako').passes).toEqual([]);
  });

  test('stands in the way of every new request until security has decided, on record', async () => {
    const request = await world.ask(reset);
    await notMe();
    await expect(world.ask(reset)).rejects.toThrow('redFlag');
    const caseNumber =
      (await world.deps.store.transaction((tx) => tx.cases.find(request.caseId)))?.number ?? '';
    const clear = (actorId: string, reason = 'met her') =>
      clearRedFlags(world.deps, { caseNumber, actorId, reason });
    expect(await clear('admin')).toBe('notSecurity');
    expect(await clear('paa1', ' ')).toBe('reasonMissing');
    expect(await clear('paa1')).toBe('done');
    expect(await state(request)).toBe('denied');
    expect(await flags()).toEqual([]);
    expect((await world.ask(reset)).state).toBe('awaitingProof');
    await notMe();
    expect(await flags()).toEqual(['not_me_reported']);
  });

  test('can be said by staff, in their channel only', async () => {
    const request = await world.ask(reset);
    const said = { number: request.number, actorId: 'desk' };
    expect(await freezeByStaff(world.deps, { ...said, inStaffChannel: false })).toBe('notStaff');
    expect(await freezeByStaff(world.deps, { ...said, inStaffChannel: true })).toBe('frozen');
  });
});

describe('S25: the emergency stop', () => {
  test('takes back what is approved and has not run, and nothing is written', async () => {
    const request = await world.ask(reset);
    await world.decide(request.number);
    expect(await stop(true)).toBe('done');
    await world.run();
    expect(await state(request)).toBe('withdrawn');
    expect(world.tenant.writes()).toEqual([]);
  });

  test('keeps anything from being asked or approved', async () => {
    const request = await world.ask(reset);
    await world.prove(request.number);
    await stop(true);
    expect(await world.decide(request.number)).toMatchObject({ refusal: 'stopped' });
    await expect(
      world.ask(reset, { personId: 'taro', requesterId: 'taro', openerId: 'taro' }),
    ).rejects.toThrow('stopped');
  });

  test.each([0, 1, 2, 3])('stops a run before its next write (after %i of them)', async (writes) => {
    const request = await world.ask(reset);
    await world.decide(request.number);
    const { remedies } = world.deps;
    const removeMethod = remedies.removeMethod.bind(remedies);
    if (writes === 0) {
      const { directory } = world.deps;
      const methods = directory.methods.bind(directory);
      Object.assign(directory, {
        methods: async (id: string) => {
          await stop(true);
          return methods(id);
        },
      });
    }
    let done = 0;
    Object.assign(remedies, {
      removeMethod: async (...given: Parameters<typeof removeMethod>) => {
        const outcome = await removeMethod(...given);
        done += 1;
        if (done === writes) await stop(true);
        return outcome;
      },
    });
    await world.run();
    expect(world.tenant.writes()).toHaveLength(writes);
    expect(await state(request)).toBe(writes === 0 ? 'failed' : 'partial');
  });

  test('is ended by security alone', async () => {
    await stop(true);
    expect(await stop(false, 'desk')).toBe('notSecurity');
    expect(await stop(false, 'paa1')).toBe('done');
    expect((await world.ask(reset)).state).toBe('awaitingProof');
  });
});
