import { approvalCard, stateCard } from '../../src/cards/requestCards';
import { readStaffCommand } from '../../src/cases/staffCommand';
import type { RemedyRequest } from '../../src/cases/remedyRequest';
import { phoneIds } from '../../src/sandbox/tenant/method';
import { handleStaffCommand } from '../../src/teams/handleStaffCommand';
import { approved, scenarios } from '../fakes/remedyScenarios';
import { staffChannel } from '../fakes/requestWorld';
import { people, type StandInWorld, standInWorld } from '../fakes/standInWorld';

/** S11: what was done in part is named with what to do by hand, and can be gone on with. */
let world: StandInWorld;
beforeEach(async () => {
  world = await standInWorld();
});
afterEach(async () => {
  const violations = world.graph.violations();
  await world.close();
  expect(violations).toEqual([]);
});

const person = people.twoPhones;
const kinds = () => world.account(person).methods.map(({ kind }) => kind);

/** The alternate phone goes; from then on Entra refuses, until told otherwise. */
async function doneInPart(): Promise<RemedyRequest> {
  const scenario = scenarios.find(({ name }) => name === 'registering anew');
  if (scenario === undefined) throw new Error('no such scenario');
  const id = await approved(world, scenario);
  await world.fault({ fault: '403', match: { method: 'DELETE' }, skip: 1, times: 50 });
  await world.run(5 * 60_000);
  await world.noFaults();
  return world.find(id);
}

async function say(
  text: string,
  personId = people.helpdesk,
  { language = 'en', inStaffChannel = true }: { language?: 'ja' | 'en'; inStaffChannel?: boolean } = {},
): Promise<string> {
  const command = readStaffCommand(text);
  if (command === undefined) throw new Error(`no command: ${text}`);
  const speaker = { personId, address: staffChannel, locale: language, inStaffChannel };
  return handleStaffCommand(world.deps, speaker, command, language);
}

const numbered = (number: string) => world.deps.store.transaction((tx) => tx.requests.findByNumber(number));
const numberIn = (said: string) => /R-\w{4,8}/u.exec(said)?.[0] ?? said;

describe('a request that was done in part', () => {
  test.each([
    ['ja', '認証方法', '管理センターで開く', '続行'],
    ['en', 'Authentication methods', 'admin center', 'resume'],
  ] as const)(
    'says on its card (%s) what is left, how, where, and how to go on',
    async (language, ...said) => {
      const request = await doneInPart();
      expect(request.state).toBe('partial');
      const { card } = stateCard(world.deps.templates, request, { language, requesterName: undefined });
      const json = JSON.stringify(card);
      for (const part of [...said, `UserAuthMethods/userId/${person}`, request.number, 'Authenticator'])
        expect(json).toContain(part);
      const posted = JSON.stringify(world.teams.edited.at(-1)?.content);
      expect(posted).toContain(`UserAuthMethods/userId/${person}`);
    },
  );

  test('is gone on with: a request for exactly the rest, with the same people and proof, that needs approval', async () => {
    const before = await doneInPart();
    const number = numberIn(await say(`続行 ${before.number}`, people.helpdesk, { language: 'ja' }));
    const rest = await numbered(number);
    expect(rest).toMatchObject({
      state: 'pending',
      requesterId: before.requesterId,
      openerId: before.openerId,
      proof: before.proof,
      approvals: [],
    });
    expect(rest?.plan).toMatchObject({ remove: [{ id: phoneIds.mobile }, {}] });
    expect(kinds()).toContain('microsoft-authenticator');

    expect(await world.decide(number, { approverId: people.approver })).toMatchObject({ ok: true });
    await world.run(5 * 60_000);
    expect((await numbered(number))?.state).toBe('done');
    expect(kinds()).toEqual(['password']);
    expect((await world.find(before.id)).state).toBe('partial');
    expect(await world.audit.verify()).toMatchObject({ ok: true });
  });

  test('is gone on with by an approver, who may approve it', async () => {
    const before = await doneInPart();
    const said = await say(`resume ${before.number}`, people.approver, { inStaffChannel: false });
    const number = numberIn(said);
    await world.run(1_000);
    const asked = await numbered(number);
    if (asked === undefined) throw new Error(said);
    const card = approvalCard(world.deps.templates, asked, { language: 'en', requesterName: '', token: 't' });
    expect(JSON.stringify(card.card)).not.toContain('Alternate mobile');
    expect(await world.decide(number, { approverId: people.approver })).toMatchObject({ ok: true });
  });

  test('is not gone on with once something else is registered, which nobody approved', async () => {
    const before = await doneInPart();
    const account = world.account(person);
    account.methods = [...account.methods, { kind: 'software-oath', id: 'new', createdAt: world.time.now }];
    expect(await say(`resume ${before.number}`)).toContain('Something else is registered');
  });

  test('is not gone on with by anybody else, in no chat of theirs', async () => {
    const before = await doneInPart();
    const outside = { inStaffChannel: false };
    expect(await say(`resume ${before.number}`, people.newPhone, outside)).toContain('staff channel only');
    expect(await say(`resume ${before.number}`, person, outside)).toContain('staff channel only');
  });

  test('has to be proven anew where the proof is too old by then', async () => {
    const before = await doneInPart();
    world.time.now += 9 * 60 * 60_000;
    const number = numberIn(await say(`resume ${before.number}`));
    const outcome = await world.decide(number, { approverId: people.approver });
    expect(outcome).toMatchObject({ ok: false, refusal: 'proofTooOld' });
  });
});

test.each(['ja', 'en'] as const)('nothing else is gone on with (%s)', async (language) => {
  const { number } = await world.ask('require-mfa-reregistration', {
    personId: person,
    requesterId: person,
    openerId: person,
  });
  expect(await say(`resume ${number}`, people.helpdesk, { language })).not.toMatch(/R-/u);
  expect(await say('resume R-0000', people.helpdesk, { language })).not.toMatch(/R-/u);
});
