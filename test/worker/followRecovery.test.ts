import { methodState, signInState, type SignInState } from '../../src/sandbox/tenant/personState';
import { recoveryText } from '../../src/text/recoveryText';
import { followCase } from '../../src/usecases/followCase';
import { lookNow } from '../../src/usecases/lookNow';
import { approved, scenarios } from '../fakes/remedyScenarios';
import { people, type StandInWorld, standInWorld } from '../fakes/standInWorld';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const person = people.twoPhones;

let world: StandInWorld;
afterEach(async () => {
  const violations = world.graph.violations();
  await world.close();
  expect(violations).toEqual([]);
});

/** A person whose methods were reset, and who has a chat with the bot. */
async function reset(options: Parameters<typeof standInWorld>[0] = {}) {
  world = await standInWorld({ followed: true, ...options });
  await world.remember(person, 'ja');
  const found = scenarios.find(({ remedy }) => remedy === 'require-mfa-reregistration');
  if (found === undefined) throw new Error('no such scenario');
  const id = await approved(world, found);
  await world.run(minute);
  const request = await world.find(id);
  expect(request.state).toBe('done');
  return request.caseId;
}

const account = () => world.account(person);
const register = (kind: 'fido2' | 'microsoft-authenticator') =>
  world.simulated.registerMethod(account(), methodState.parse({ kind }));
const signIn = (more: Partial<SignInState> = {}) => {
  world.simulated.signIn(account(), { ...signInState.parse({ minutesAgo: 0, code: 0 }), ...more });
};
const caseOf = (id: string) => world.deps.store.transaction((tx) => tx.cases.find(id));
const followOf = (id: string) => world.deps.store.transaction((tx) => tx.followUps.recovery(id));
const told = () => world.teams.texts(`chat-${person}`);
const staffTold = () => world.teams.texts('chat-staff');
const { ja } = recoveryText;

describe('after a remedy', () => {
  test('the person is told what to do, and the case is not closed by that', async () => {
    const id = await reset();
    expect(told().at(-1)).toContain(ja.doYourself.newMethod);
    expect(await caseOf(id)).toMatchObject({ state: 'remedyRequested' });
  });

  test('the case closes once the tenant shows the new method, a sign-in with it and a second method', async () => {
    const id = await reset();
    const request = (await world.deps.store.transaction((tx) => tx.requests.ofCase(id)))[0];
    register('fido2');
    await world.run(5 * minute);
    expect(await caseOf(id)).toMatchObject({ state: 'remedyRequested' });
    signIn();
    register('microsoft-authenticator');
    await world.run(5 * minute);
    expect(await caseOf(id)).toMatchObject({ state: 'closed' });
    expect(told().at(-1)).toBe(ja.person.proven((await caseOf(id))?.number ?? ''));
    const follow = await followOf(id);
    expect(Object.keys(follow?.seen ?? {}).toSorted()).toEqual([...(follow?.needs ?? [])].toSorted());
    expect(request?.state).toBe('done');
  });

  test('a sign-in from before the new method proves nothing', async () => {
    const id = await reset();
    signIn();
    await world.run(2 * minute);
    register('fido2');
    register('microsoft-authenticator');
    await world.run(10 * minute);
    expect((await followOf(id))?.seen).not.toHaveProperty('signedIn');
    signIn();
    await world.run(5 * minute);
    expect(await caseOf(id)).toMatchObject({ state: 'closed' });
  });

  test('nor does one that failed', async () => {
    const id = await reset();
    register('fido2');
    register('microsoft-authenticator');
    signIn({ code: 50126 });
    await world.run(10 * minute);
    expect((await followOf(id))?.seen).not.toHaveProperty('signedIn');
    expect(await caseOf(id)).toMatchObject({ state: 'remedyRequested' });
  });

  test('what the person says is looked at and not believed', async () => {
    const id = await reset();
    expect(await lookNow(world.deps, person)).toBe('looking');
    await world.run(0);
    expect(await caseOf(id)).toMatchObject({ state: 'remedyRequested' });
  });

  test('who does not finish is reminded three times, then a person takes over', async () => {
    const id = await reset();
    const before = told().length;
    await world.run(4 * day);
    expect(told().slice(before)).toHaveLength(3);
    expect(staffTold().filter((text) => text.includes(ja.doAsAdmin.newMethod))).toHaveLength(0);
    await world.run(2 * day);
    expect(staffTold().filter((text) => text.includes(ja.doAsAdmin.newMethod))).toHaveLength(1);
    expect(await caseOf(id)).toMatchObject({ state: 'withStaff' });
    await world.run(40 * day);
    expect(told().slice(before)).toHaveLength(3);
    expect(staffTold().filter((text) => text.includes(ja.doAsAdmin.newMethod))).toHaveLength(2);
    expect(await followOf(id)).toMatchObject({ state: 'over' });
  });

  test('the proof closes the case also after a person was told', async () => {
    const id = await reset();
    await world.run(6 * day);
    register('fido2');
    register('microsoft-authenticator');
    signIn();
    await world.run(7 * hour);
    expect(await caseOf(id)).toMatchObject({ state: 'closed' });
  });

  test('where the sign-in log cannot be read the rest is the proof, and the record says so', async () => {
    const id = await reset();
    await world.fault({ match: { method: 'GET', path: '/auditLogs/signIns' }, fault: '403' });
    register('fido2');
    register('microsoft-authenticator');
    await world.run(5 * minute);
    expect(await caseOf(id)).toMatchObject({ state: 'closed' });
    expect((await followOf(id))?.unseeable).toEqual(['signedIn']);
  });

  test('a silent Graph only delays it', async () => {
    const id = await reset();
    await world.fault({ match: { method: 'GET', path: '/auditLogs/signIns' }, fault: '503', times: 3 });
    register('fido2');
    register('microsoft-authenticator');
    signIn();
    await world.run(30 * minute);
    expect(await caseOf(id)).toMatchObject({ state: 'closed' });
  });

  test('in a case that a person has in hand the bot is silent and closes nothing; staff hear once that all is proven', async () => {
    const id = await reset();
    await world.deps.store.transaction(async (tx) => {
      const found = await tx.cases.find(id);
      if (found !== undefined) await tx.cases.save({ ...found, ownerId: people.helpdesk });
    });
    const before = told().length;
    register('fido2');
    register('microsoft-authenticator');
    signIn();
    await world.run(2 * day);
    expect(told()).toHaveLength(before);
    expect(await caseOf(id)).not.toMatchObject({ state: 'closed' });
    const number = (await caseOf(id))?.number ?? '';
    expect(staffTold().filter((text) => text.includes(`案件 ${number}`))).toHaveLength(1);
  });

  test('a case that staff solved by hand is followed on their word, and closes on proof as well', async () => {
    world = await standInWorld({ followed: true });
    await world.remember(person, 'ja');
    const id = await world.openCase(person);
    const caseNumber = (await caseOf(id))?.number ?? '';
    const said = { caseNumber, actorId: people.helpdesk, inStaffChannel: true };
    expect(await followCase(world.deps, said)).toBe('followed');
    await world.run(2 * minute);
    register('fido2');
    signIn();
    await world.run(5 * minute);
    expect(await caseOf(id)).toMatchObject({ state: 'closed' });
  });

  test('a restart in the middle forgets nothing', async () => {
    const id = await reset();
    register('fido2');
    await world.run(3 * minute);
    await world.restartWorker();
    register('microsoft-authenticator');
    signIn();
    await world.run(5 * minute);
    expect(await caseOf(id)).toMatchObject({ state: 'closed' });
  });
});
