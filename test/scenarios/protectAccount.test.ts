import { readStaffCommand } from '../../src/cases/staffCommand';
import { handleStaffCommand } from '../../src/teams/handleStaffCommand';
import { openCase } from '../../src/usecases/openCase';
import { freezeFor } from '../../src/usecases/freezeRequest';
import { staffChannel } from '../fakes/requestWorld';
import { people, type StandInWorld, standInWorld } from '../fakes/standInWorld';

/** After "that was not me" staff sign somebody out everywhere and confirm that the account was taken over. */
let world: StandInWorld;
beforeEach(async () => {
  world = await standInWorld();
  await world.remember(people.risky);
});
afterEach(async () => {
  const violations = world.graph.violations();
  await world.close();
  expect(violations).toEqual([]);
});

const upn = () => world.account(people.risky).upn;

/** Staff type it; the request's number, or what they are told instead. */
async function staffSay(text: string, language: 'ja' | 'en' = 'en', inStaffChannel = true): Promise<string> {
  const command = readStaffCommand(text);
  if (command === undefined) return 'no command';
  const speaker = { personId: people.helpdesk, address: staffChannel, locale: language, inStaffChannel };
  const said = await handleStaffCommand(world.deps, speaker, command, language);
  return /R-\w{4,8}/u.exec(said)?.[0] ?? said;
}

/** The case of somebody who asked for a reset and then said that it was not them. */
async function notMe(): Promise<{ caseNumber: string; requestId: string; number: string }> {
  const whose = { personId: people.risky, openerId: people.risky };
  const opened = await openCase(world.deps, { ...whose, language: 'ja', findings: [] });
  const parties = { ...whose, requesterId: people.risky };
  const asked = await world.ask('require-mfa-reregistration', { ...parties, caseId: opened.id });
  await freezeFor(world.deps, { personId: people.risky, actorId: people.risky, why: 'notMe' });
  return { caseNumber: opened.number, requestId: asked.id, number: asked.number };
}

async function approveAndRun(number: string): Promise<string> {
  expect(await world.prove(number, { proverId: people.helpdesk })).toEqual(
    expect.objectContaining({ ok: true }),
  );
  expect(await world.decide(number, { approverId: people.approver })).toEqual(
    expect.objectContaining({ ok: true }),
  );
  await world.run(60_000);
  const done = await world.deps.store.transaction((tx) => tx.requests.findByNumber(number));
  return done?.state ?? 'lost';
}

describe('after "that was not me"', () => {
  test('the alarm says what staff can do, in words that work as they stand', async () => {
    const { caseNumber } = await notMe();
    await world.run(1_000);
    const alarm = world.teams.texts(staffChannel.conversationId).find((text) => text.includes('身に覚え'));
    expect(alarm).toContain(`サインアウト ${caseNumber}`);
    expect(await staffSay(`サインアウト ${caseNumber}`, 'ja')).toMatch(/^R-/u);
  });

  test('the person is signed out everywhere, and the frozen request stays as it is', async () => {
    const { caseNumber, requestId } = await notMe();
    expect(await approveAndRun(await staffSay(`sign out ${caseNumber}`))).toBe('done');
    expect(world.account(people.risky).sessionsRevokedAt).toBeDefined();
    expect((await world.find(requestId)).state).toBe('frozen');
    expect(world.account(people.risky).methods.some(({ kind }) => kind === 'microsoft-authenticator')).toBe(
      true,
    );
  });

  test('the account is confirmed as compromised, also by the number of the request', async () => {
    const { number } = await notMe();
    expect(await approveAndRun(await staffSay(`侵害 ${number}`, 'ja'))).toBe('done');
    expect(world.account(people.risky).risk?.state).toBe('confirmedCompromised');
  });

  test('both can be asked for at once, each for itself; the same one twice is one', async () => {
    const { caseNumber } = await notMe();
    const asked = [
      await staffSay(`sign out ${caseNumber}`),
      await staffSay(`compromised ${caseNumber}`),
      await staffSay(`sign out ${caseNumber}`),
    ];
    expect([new Set(asked).size, asked[0] === asked[2]]).toEqual([2, true]);
    expect([await approveAndRun(asked[0] ?? ''), await approveAndRun(asked[1] ?? '')]).toEqual([
      'done',
      'done',
    ]);
  });

  test('what opens the account is still refused', async () => {
    const { caseNumber } = await notMe();
    expect(await staffSay(`dismiss risk ${caseNumber}`)).not.toMatch(/^R-/u);
    expect(await staffSay(`reset for ${upn()}`)).not.toMatch(/^R-/u);
  });

  test('whoever holds the stolen chat cannot stop it by saying so again', async () => {
    const { caseNumber } = await notMe();
    const number = await staffSay(`sign out ${caseNumber}`);
    await freezeFor(world.deps, { personId: people.risky, actorId: people.risky, why: 'notMe' });
    expect(await approveAndRun(number)).toBe('done');
  });
});

describe('what staff ask for by name', () => {
  test('a risk that is none is dismissed, an account enabled, an exclusion made for as long as said', async () => {
    expect(await staffSay(`dismiss risk ${upn()}`)).toMatch(/^R-/u);
    expect(await staffSay(`enable ${world.account(people.disabled).upn}`)).toMatch(/^R-/u);
    const excluded = world.account(people.newPhone).upn;
    expect(await staffSay(`exclude ${excluded} 60 minutes`)).toContain('Temporary Access Pass');
    const number = await staffSay(`exclude ${excluded} 60 minutes a pass does not help`);
    const { plan } = (await world.deps.store.transaction((tx) => tx.requests.findByNumber(number))) ?? {};
    expect(plan).toMatchObject({ remedy: 'exclude-for-a-time', minutes: 60 });
  });

  test.each(['ja', 'en'] as const)('is for the staff channel only (%s)', async (language) => {
    const said = await staffSay(`sign out ${upn()}`, language, false);
    expect(said).toMatch(language === 'ja' ? /担当者のチャネル/u : /staff channel only/u);
  });

  test('of nobody who exists is refused', async () => {
    expect(await staffSay('sign out nobody@hanamachi.example')).not.toMatch(/^R-/u);
    expect(await staffSay('sign out C-0000')).not.toMatch(/^R-/u);
  });
});
