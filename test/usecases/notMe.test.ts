import type { Language } from '../../src/cases/language';
import { handleNotMe } from '../../src/teams/handleProof';
import { conversationText } from '../../src/text/conversationText';
import { freezeFor } from '../../src/usecases/freezeRequest';
import { caseWorld, type CaseWorld, yu } from '../fakes/caseWorld';
import { trailOf } from '../fakes/trailOf';

/** "That was not me" where there is no request to stop: nothing of a person's word is lost (SECURITY S14, S26). */
const day = 24 * 60 * 60_000;
const contact = 'extension 110';
let world: CaseWorld;
beforeEach(async () => {
  world = await caseWorld({ contact });
});
afterEach(() => world.close());

const says = async (language: Language = 'ja') => {
  const address = {
    tenantId: world.requests.tenantId,
    serviceUrl: 'https://smba.example.com/jp/',
    conversationId: 'chat-hanako',
    kind: 'personal' as const,
  };
  const speaker = { personId: 'hanako', address, locale: undefined };
  const deps = { ...world.requests, helpdeskContact: contact };
  const said = await handleNotMe(deps, speaker, language);
  await world.run(60_000);
  return said.words;
};
const openOf = (personId: string) => world.deps.store.transaction((tx) => tx.cases.openOf(personId));
const cards = () => world.teams.cards('chat-staff').length;
/** A request of hers that ran, with its case closed. */
async function done(): Promise<string> {
  const { caseId, number } = await world.ask('require-mfa-reregistration');
  await world.decide(number, { approverId: 'admin2' });
  await world.run(60_000);
  await close(caseId);
  return caseId;
}
const close = (caseId: string) =>
  world.deps.store.transaction(async (tx) => {
    const found = await tx.cases.find(caseId);
    if (found !== undefined) await tx.cases.save({ ...found, state: 'closed', ownerId: yu.id });
  });

describe('somebody with no request and no case', () => {
  test('gets a case with the flag, and security is called', async () => {
    expect(await says()).toBe(conversationText.ja.notMeNothingHere);
    const opened = await openOf('hanako');
    expect(opened).toMatchObject({ state: 'withStaff', redFlags: ['not_me_reported'], language: 'ja' });
    expect(world.inChannel().filter((text) => text.includes('【セキュリティ】'))).toHaveLength(1);
    expect(world.inChannel().join('')).toContain(`案件 ${opened?.number ?? ''}`);
    expect(cards()).toBe(1);
  });

  test('is told who has it and whom to call meanwhile', async () => {
    await says();
    expect(world.toHanako().join('')).toContain(contact);
  });

  test('who says it again gets no second case, but security is called again', async () => {
    await says();
    const first = await openOf('hanako');
    await says('en');
    expect(await openOf('hanako')).toMatchObject({ id: first?.id });
    expect(cards()).toBe(1);
    expect(world.inChannel().filter((text) => text.includes('【セキュリティ】'))).toHaveLength(2);
  });

  test('gets no remedy until security has decided', async () => {
    await says();
    await expect(world.ask('require-mfa-reregistration')).rejects.toThrow('redFlag');
  });
});

test('somebody with an open case and no request: that case goes to a person', async () => {
  const caseId = await world.openCase();
  await says();
  expect(await world.find(caseId)).toMatchObject({ state: 'withStaff', redFlags: ['not_me_reported'] });
  expect(cards()).toBe(1);
});

test('a case that somebody has stays theirs, with the flag on it', async () => {
  const caseId = await world.handOver();
  await world.drain();
  await world.act(caseId, yu, { kind: 'claim' });
  await says();
  expect(await world.find(caseId)).toMatchObject({ ownerId: yu.id, redFlags: ['not_me_reported'] });
  expect(cards()).toBe(1);
});

test('a closed case comes back with a card of its own, and nobody has it yet', async () => {
  const caseId = await done();
  expect(await says()).toBe(conversationText.ja.frozenThanks);
  const found = await world.find(caseId);
  expect(found).toMatchObject({ state: 'withStaff', redFlags: ['not_me_reported'] });
  expect(found.ownerId).toBeUndefined();
  expect(found.handoff?.card).toBeDefined();
});

describe('after the last notice', () => {
  test.each(['ja', 'en'] as const)(
    '14 days ago: nothing is done by itself, a person gets it, and the words say whom to call (%s)',
    async (language) => {
      const caseId = await done();
      await world.run(14 * day);
      const words = await says(language);
      expect(words).toBe(conversationText[language].notMeTooOld(contact));
      expect(words).toContain(contact);
      expect(await world.find(caseId)).toMatchObject({ state: 'withStaff', redFlags: ['not_me_reported'] });
      expect(world.inChannel().join('')).toContain('14 日');
      expect((await trailOf(world.audit)).find(({ event }) => event === 'case.notMe')).toMatchObject({
        detail: JSON.stringify({ why: 'notMe', tooOld: true }),
      });
    },
  );

  test('a moment less ago: it is acted on', async () => {
    await done();
    await world.run(14 * day - 120_000);
    expect(await says()).toBe(conversationText.ja.frozenThanks);
    const events = (await trailOf(world.audit)).map(({ event }) => event);
    expect(events).toContain('request.freezeTooLate');
    expect(events).not.toContain('case.notMe');
  });

  test('a request that is open is stopped, however old the one before', async () => {
    await done();
    await world.run(15 * day);
    const { id } = await world.ask('issue-temporary-access-pass');
    expect(await says()).toBe(conversationText.ja.frozenThanks);
    expect((await world.deps.store.transaction((tx) => tx.requests.find(id)))?.state).toBe('frozen');
  });

  test('a clock that was set back makes nothing too old', async () => {
    await done();
    world.time.now -= 20 * day;
    const reported = { personId: 'hanako', actorId: 'hanako', why: 'notMe' } as const;
    expect(await freezeFor(world.requests, reported)).toBe('stopped');
  });
});
