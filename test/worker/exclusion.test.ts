import { tenantIds } from '../../src/sandbox/tenant/tenantIds';
import { approved, scenarios } from '../fakes/remedyScenarios';
import { people, type StandInWorld, standInWorld } from '../fakes/standInWorld';

const found = scenarios.find(({ remedy }) => remedy === 'exclude-for-a-time');
const hour = 60 * 60_000;
const removal = `DELETE /groups/${tenantIds.exclusionGroup}/members/${people.newPhone}/$ref`;
const removals = (world: StandInWorld) => world.writes().filter((write) => write === removal).length;
const excluded = (world: StandInWorld) =>
  world.simulated.groupsOf(people.newPhone).some(({ id }) => id === tenantIds.exclusionGroup);
const alarms = (world: StandInWorld) => world.teams.texts('chat-staff');

let world: StandInWorld;
async function exclude(approvals: NonNullable<Parameters<typeof standInWorld>[0]>['approvals'] = {}) {
  world = await standInWorld({ approvals });
  if (found === undefined) throw new Error('no such scenario');
  const id = await approved(world, found);
  await world.run(60_000);
  expect(excluded(world)).toBe(true);
  return id;
}
afterEach(async () => {
  const violations = world.graph.violations();
  await world.close();
  expect(violations).toEqual([]);
});

describe('an exclusion from Conditional Access', () => {
  test('ends by itself when its time is over, not before, and its card says so', async () => {
    const id = await exclude();
    await world.run(hour - 3 * 60_000);
    expect({ excluded: excluded(world), removals: removals(world) }).toEqual({ excluded: true, removals: 0 });
    await world.run(3 * 60_000);
    expect({ excluded: excluded(world), removals: removals(world) }).toEqual({
      excluded: false,
      removals: 1,
    });
    expect((await world.find(id)).afterwards).toMatchObject([{ step: 'restore-exclusion', outcome: 'done' }]);
    expect(alarms(world)).toEqual([]);
  });

  test('ends after a restart in the middle', async () => {
    await exclude();
    await world.restartWorker();
    await world.run(hour);
    expect(excluded(world)).toBe(false);
  });

  test('that somebody ended earlier is left as it is', async () => {
    const id = await exclude();
    for (const group of world.simulated.groups) {
      if (group.id === tenantIds.exclusionGroup) group.memberIds = [];
    }
    await world.run(hour);
    expect(removals(world)).toBe(0);
    expect((await world.find(id)).afterwards).toMatchObject([{ outcome: 'already-done' }]);
  });

  test.each(['503', '429', 'timeout', '409', 'answer-lost'] as const)(
    'ends though Graph fails once on the way (%s)',
    async (fault) => {
      await exclude();
      world.beImpatient();
      await world.fault({ match: { method: 'DELETE' }, fault, times: 1 });
      await world.run(hour + 5 * 60_000);
      expect({ excluded: excluded(world), alarms: alarms(world) }).toEqual({ excluded: false, alarms: [] });
    },
  );

  test('that cannot be ended alarms staff, again each hour, and is ended as soon as it can be', async () => {
    const id = await exclude();
    await world.fault({ match: { method: 'DELETE' }, fault: '403' });
    await world.run(hour + 60_000);
    expect(alarms(world)).toHaveLength(1);
    await world.run(2 * hour);
    expect(alarms(world).length).toBeGreaterThanOrEqual(2);
    expect(excluded(world)).toBe(true);
    await world.noFaults();
    await world.run(hour + 60_000);
    expect(excluded(world)).toBe(false);
    expect((await world.find(id)).afterwards?.at(-1)).toMatchObject({ outcome: 'done' });
    const told = alarms(world).length;
    await world.run(5 * hour);
    expect(alarms(world)).toHaveLength(told);
  });
});
