import { approved, scenarios } from '../fakes/remedyScenarios';
import { type StandInWorld, standInWorld } from '../fakes/standInWorld';

/** Entra shows a change some reads later than it was made. */
let world: StandInWorld;
beforeEach(async () => {
  world = await standInWorld();
});
afterEach(async () => {
  const violations = world.graph.violations();
  await world.close();
  expect(violations).toEqual([]);
});

/** Whose outcome shows in what is read about the person. */
const shown = ['require-mfa-reregistration', 'mend-phone-number', 'remove-one-method', 'enable-account'];

test.each(scenarios.filter(({ remedy }) => shown.includes(remedy)))(
  '$name is done all the same, once Entra shows it',
  async (scenario) => {
    const id = await approved(world, scenario);
    world.simulated.change({ staleReads: 3 });
    await world.run(10 * 60_000);
    expect([(await world.find(id)).state, scenario.holds(world)]).toEqual(['done', true]);
  },
);

test.each(scenarios.filter(({ remedy }) => shown.includes(remedy)))(
  '$name that never shows is not called done',
  async (scenario) => {
    const id = await approved(world, scenario);
    world.simulated.change({ staleReads: 1000 });
    await world.run(60 * 60_000);
    expect((await world.find(id)).state).not.toBe('done');
  },
);
