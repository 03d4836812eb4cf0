import { signInState, type SignInState } from '../../src/sandbox/tenant/personState';
import { approved, scenarios } from '../fakes/remedyScenarios';
import { people, type StandInWorld, standInWorld } from '../fakes/standInWorld';

const minute = 60_000;
const hour = 60 * minute;
const person = people.twoPhones;
let world: StandInWorld;
afterEach(async () => {
  const violations = world.graph.violations();
  await world.close();
  expect(violations).toEqual([]);
});

const signIn = (more: Partial<SignInState> = {}) => {
  const state = { ...signInState.parse({ minutesAgo: 0, code: 0 }), ...more };
  world.simulated.signIn(world.account(person), state);
};
const alarms = () => world.teams.texts('chat-staff').filter((text) => text.startsWith('警告'));

/** A reset of somebody whose habits are known. */
async function reset(): Promise<string> {
  world = await standInWorld({ followed: true });
  signIn({ minutesAgo: 600 });
  const found = scenarios.find(({ remedy }) => remedy === 'require-mfa-reregistration');
  if (found === undefined) throw new Error('no such scenario');
  const id = await approved(world, found);
  await world.run(minute);
  return (await world.find(id)).caseId;
}

describe('the day after a remedy', () => {
  test('an unusual sign-in is told to staff once, and its flag stands on the case', async () => {
    const id = await reset();
    await world.run(2 * hour);
    signIn({ country: 'BR' });
    await world.run(3 * hour);
    expect(alarms()).toHaveLength(1);
    const found = await world.deps.store.transaction((tx) => tx.cases.find(id));
    expect(found).toMatchObject({ state: 'withStaff', redFlags: ['odd_sign_in_after_remedy'] });
  });

  test('usual ones are not', async () => {
    await reset();
    signIn();
    await world.run(5 * hour);
    expect(alarms()).toEqual([]);
  });

  test('is over after a day: what comes later is for others to watch', async () => {
    await reset();
    await world.run(27 * hour);
    signIn({ country: 'BR' });
    await world.run(3 * hour);
    expect(alarms()).toEqual([]);
  });
});
