import { approved, scenarios } from '../fakes/remedyScenarios';
import { people, type StandInWorld, standInWorld } from '../fakes/standInWorld';

let world: StandInWorld;
beforeEach(async () => {
  world = await standInWorld({ approvals: { dryRun: true } });
});
afterEach(() => world.close());

describe.each(scenarios)('a dry run of $name ($remedy)', (scenario) => {
  test('goes the whole way, writes nothing, and says so', async () => {
    const id = await approved(world, scenario);
    const card = JSON.stringify(world.teams.posted);
    await world.run(3 * 60 * 60_000);
    const { state, journal } = await world.find(id);
    expect({ state, writes: world.writes() }).toEqual({ state: 'done', writes: [] });
    expect(journal.map(({ outcome }) => outcome)).toEqual(journal.map(() => 'would-have'));
    expect(journal.length).toBeGreaterThanOrEqual(scenario.writes.length);
    expect(card).toMatch(/Dry run|試行モード/u);
    expect(world.teams.texts(`chat-${people.privilegedApprover}`).at(-1)).toMatch(/dry run/u);
  });
});

test('what was approved as a rehearsal is never done for real', async () => {
  const [scenario] = scenarios;
  if (scenario === undefined) throw new Error('no scenario');
  const id = await approved(world, scenario);
  Object.assign(world.deps.approvals, { dryRun: false });
  await world.run();
  expect({ state: (await world.find(id)).state, writes: world.writes() }).toEqual({
    state: 'failed',
    writes: [],
  });
});
