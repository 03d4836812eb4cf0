import { remedyKinds } from '../../src/cases/remedyPlan';
import { approved, scenarios } from '../fakes/remedyScenarios';
import { type StandInWorld, standInWorld } from '../fakes/standInWorld';

let world: StandInWorld;
beforeEach(async () => {
  world = await standInWorld();
});
afterEach(async () => {
  const violations = world.graph.violations();
  await world.close();
  expect(violations).toEqual([]);
});

/** Ids that the seed makes up are written `{id}`. */
function withoutSeedIds(writes: readonly string[]): readonly string[] {
  return writes.map((write) => write.replace(/(?<=microsoftAuthenticatorMethods\/).+$/u, '{id}'));
}

test('each kind of remedy is tried here', () => {
  expect([...new Set(scenarios.map(({ remedy }) => remedy))].sort()).toEqual([...remedyKinds].sort());
});

describe.each(scenarios)('$name ($remedy)', (scenario) => {
  test('does what was planned, and nothing else', async () => {
    const id = await approved(world, scenario);
    await world.run(60_000);
    expect(withoutSeedIds(world.writes())).toEqual(scenario.writes);
    expect(scenario.holds(world)).toBe(true);
    // A pass stays `running` until it was shown.
    const { state } = await world.find(id);
    expect(state).toBe(scenario.remedy === 'issue-temporary-access-pass' ? 'running' : 'done');
  });
});
