import { methodState, signInState } from '../../src/sandbox/tenant/personState';
import { recordPassShown } from '../../src/usecases/recordPassShown';
import { approved, scenarios } from '../fakes/remedyScenarios';
import { people, type StandInWorld, standInWorld } from '../fakes/standInWorld';

const minute = 60_000;
const person = people.newPhone;

let world: StandInWorld;
afterEach(async () => {
  const violations = world.graph.violations();
  await world.close();
  expect(violations).toEqual([]);
});

/** A pass that was shown and can still be used. */
async function shownPass() {
  world = await standInWorld({ followed: true });
  await world.remember(person, 'ja');
  const found = scenarios.find(({ remedy }) => remedy === 'issue-temporary-access-pass');
  if (found === undefined) throw new Error('no such scenario');
  const id = await approved(world, found);
  await world.run(minute);
  expect(await recordPassShown(world.deps, id)).toBe(true);
  return (await world.find(id)).caseId;
}

const register = (kind: 'fido2' | 'microsoft-authenticator') =>
  world.simulated.registerMethod(world.account(person), methodState.parse({ kind }));
const signIn = () => {
  world.simulated.signIn(world.account(person), signInState.parse({ minutesAgo: 0, code: 0 }));
};
const passes = () =>
  world.account(person).methods.filter(({ kind }) => kind === 'temporary-access-pass').length;
const deletions = () =>
  world.writes().filter((call) => call.startsWith('DELETE') && call.includes('temporaryAccessPassMethods'));
const caseOf = (id: string) => world.deps.store.transaction((tx) => tx.cases.find(id));

describe('S14: a pass is deleted on close, after the person signed in with the new method', () => {
  test('not before that: who has only registered may need it once more', async () => {
    const id = await shownPass();
    register('fido2');
    await world.run(6 * minute);
    expect([passes(), deletions()]).toEqual([1, []]);
    expect(await caseOf(id)).not.toMatchObject({ state: 'closed' });
  });

  test('once they did, long before its time is over; then the case closes', async () => {
    const id = await shownPass();
    register('fido2');
    register('microsoft-authenticator');
    await world.run(2 * minute);
    expect(passes()).toBe(1);
    signIn();
    await world.run(8 * minute);
    expect([passes(), deletions().length]).toEqual([0, 1]);
    expect(await caseOf(id)).toMatchObject({ state: 'closed' });
  });
});
