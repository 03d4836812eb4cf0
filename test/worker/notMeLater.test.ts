import { staffAlarmText } from '../../src/text/staffAlarmText';
import { freezeFor } from '../../src/usecases/freezeRequest';
import { approved, scenarios } from '../fakes/remedyScenarios';
import { people, type StandInWorld, standInWorld } from '../fakes/standInWorld';

const day = 24 * 60 * 60_000;
let world: StandInWorld;
afterEach(async () => {
  const violations = world.graph.violations();
  await world.close();
  expect(violations).toEqual([]);
});

/** A remedy that ran, and whose case is closed. */
async function done(remedy: string, options: Parameters<typeof standInWorld>[0] = {}) {
  world = await standInWorld(options);
  const found = scenarios.find((one) => one.remedy === remedy);
  if (found === undefined) throw new Error('no such scenario');
  const id = await approved(world, found);
  await world.run(60_000);
  const request = await world.find(id);
  await world.deps.store.transaction(async (tx) => {
    const one = await tx.cases.find(request.caseId);
    if (one !== undefined) await tx.cases.save({ ...one, state: 'closed' });
  });
  return request;
}

const notMe = (personId: string) => freezeFor(world.deps, { personId, actorId: personId, why: 'notMe' });

describe('“that was not me”, on the fourteenth day after it was done', () => {
  test('signs the person out everywhere, calls security and opens the case for staff', async () => {
    const { caseId, id, personId } = await done('require-mfa-reregistration');
    await world.run(13.9 * day);
    await notMe(personId);
    await world.run(60_000);
    expect(world.writes()).toContain(`POST /users/${personId}/revokeSignInSessions`);
    expect((await world.find(id)).afterwards?.at(-1)).toMatchObject({
      step: 'revoke-sessions',
      outcome: 'done',
    });
    const one = await world.deps.store.transaction((tx) => tx.cases.find(caseId));
    expect(one).toMatchObject({ state: 'withStaff', redFlags: ['not_me_reported'] });
    expect(world.teams.texts('chat-staff').some((text) => text.includes('セキュリティ'))).toBe(true);
  });

  test('is left to staff in words where the bot has no permission for it', async () => {
    const approvals = { applicationRemedies: ['require-mfa-reregistration'] as const };
    const { number, personId, personName } = await done('require-mfa-reregistration', { approvals });
    await world.run(13.9 * day);
    await notMe(personId);
    await world.run(60_000);
    const said = staffAlarmText.ja.sessionsToRevoke({ number, personName, byHand: '' });
    expect(world.teams.texts('chat-staff').join('\n')).toContain(said.slice(0, 30));
    expect(world.writes().filter((write) => write.endsWith('/revokeSignInSessions'))).toHaveLength(
      world.account(people.twoPhones).sessionsRevokedAt === undefined ? 0 : 1,
    );
  });

  test('a day later nobody is signed out by itself any more, but a person has the case and security is called', async () => {
    const { caseId, personId } = await done('require-mfa-reregistration');
    await world.run(14.1 * day);
    const before = world.writes().length;
    await notMe(personId);
    await world.run(60_000);
    expect(world.writes()).toHaveLength(before);
    const one = await world.deps.store.transaction((tx) => tx.cases.find(caseId));
    expect(one).toMatchObject({ state: 'withStaff', redFlags: ['not_me_reported'] });
    expect(world.teams.texts('chat-staff').some((text) => text.includes('セキュリティ'))).toBe(true);
  });
});
