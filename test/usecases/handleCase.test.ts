import { caseWorld, type CaseWorld, dan, yu } from '../fakes/caseWorld';

describe('a case that waits for a person', () => {
  let world: CaseWorld;
  let caseId: string;
  beforeEach(async () => {
    world = await caseWorld();
    caseId = await world.handOver();
    await world.drain();
  });
  afterEach(() => world.close());

  test('has its card in the channel before the person hears of it', () => {
    const places = world.teams.posted.map(({ conversationId }) => conversationId);
    expect(places).toEqual(['chat-staff', 'chat-hanako']);
    expect(world.toHanako()[0]).toContain('担当者に伝わりました');
  });

  test('is taken once by two who press at once, and the other is told who has it', async () => {
    const outcomes = await Promise.all([yu, dan].map((who) => world.act(caseId, who, { kind: 'claim' })));
    const winners = outcomes.filter(({ ok }) => ok);
    expect(winners).toHaveLength(1);
    const { handoff, ownerId } = await world.find(caseId);
    expect([yu.id, dan.id]).toContain(ownerId);
    expect(outcomes).toContainEqual({ ok: false, refusal: 'taken', ownerName: handoff?.owner?.name });
    const claimed = (await world.events()).filter((event) => event === 'case.claimed');
    expect(claimed).toHaveLength(1);
  });

  test('is taken once by fifty who press at once', async () => {
    const staff = Array.from({ length: 50 }, (_none, n) => ({
      id: `staff-${String(n)}`,
      name: `S${String(n)}`,
    }));
    const outcomes = await Promise.all(staff.map((who) => world.act(caseId, who, { kind: 'claim' })));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('shows on its card who took it, and the person is told their name', async () => {
    await world.act(caseId, yu, { kind: 'claim' });
    await world.drain();
    expect(JSON.stringify(world.teams.edited.at(-1))).toContain('清水 優');
    expect(world.toHanako().at(-1)).toContain('清水 優 さんが担当します');
  });

  test('cannot be taken by the person concerned', async () => {
    const outcome = await world.act(caseId, { id: 'hanako', name: '佐藤 花子' }, { kind: 'claim' });
    expect(outcome).toMatchObject({ ok: false, refusal: 'ownCase' });
  });
});

describe('a case that somebody has', () => {
  let world: CaseWorld;
  let caseId: string;
  beforeEach(async () => {
    world = await caseWorld();
    caseId = await world.handOver();
    await world.act(caseId, yu, { kind: 'claim' });
    await world.drain();
  });
  afterEach(() => world.close());

  test('is handed on to a named colleague by anybody of the staff', async () => {
    await world.act(caseId, dan, { kind: 'handOn', to: dan });
    await world.drain();
    expect((await world.find(caseId)).ownerId).toBe(dan.id);
    expect(world.toHanako().at(-1)).toContain('Daniel Lee');
  });

  test('is resolved by whoever has it only', async () => {
    const other = await world.act(caseId, dan, { kind: 'resolve' });
    expect(other).toEqual({ ok: false, refusal: 'taken', ownerName: yu.name });
    expect(await world.act(caseId, yu, { kind: 'resolve' })).toMatchObject({ ok: true });
    expect((await world.find(caseId)).state).toBe('resolved');
  });

  test('is resolved, and closed only once the tenant shows that the person is in again', async () => {
    await world.act(caseId, yu, { kind: 'resolve' });
    const follow = await world.deps.store.transaction((tx) => tx.followUps.recovery(caseId));
    expect(follow).toMatchObject({ state: 'open', needs: ['newMethod', 'signedIn', 'secondMethod'] });
  });

  test('is closed at once where the tenant could show nothing', async () => {
    const elsewhere = await world.handOver([
      { finding: 'other_organisation_prompt', values: ['true'], origin: 'person' },
    ]);
    await world.act(elsewhere, yu, { kind: 'claim' });
    await world.act(elsewhere, yu, { kind: 'resolve' });
    expect(await world.find(elsewhere)).toMatchObject({ route: 'other-organisation', state: 'closed' });
  });

  test('is open again, with whoever reopened it, after it was resolved too soon', async () => {
    await world.act(caseId, yu, { kind: 'resolve' });
    await world.act(caseId, dan, { kind: 'reopen' });
    expect(await world.find(caseId)).toMatchObject({ state: 'withStaff', ownerId: dan.id });
  });

  test('goes back to the bot, which says so', async () => {
    await world.act(caseId, yu, { kind: 'handBack' });
    await world.drain();
    expect(await world.find(caseId)).toMatchObject({ ownerId: undefined });
    expect(world.toHanako().at(-1)).toContain('門番の案内に戻りました');
  });

  test.each(['resolve', 'handBack'] as const)(
    'stays with them while security has not decided: no %s (S26)',
    async (kind) => {
      await world.flag(caseId, ['stolen-phone']);
      expect(await world.act(caseId, yu, { kind })).toMatchObject({ ok: false, refusal: 'securityFirst' });
    },
  );

  test('is in the trail with each hand that it went through', async () => {
    await world.act(caseId, yu, { kind: 'handOn', to: dan });
    await world.act(caseId, dan, { kind: 'resolve' });
    await world.act(caseId, yu, { kind: 'reopen' });
    const handled = (await world.events()).filter((event) =>
      /^case\.(claimed|handedOn|resolved|reopened)$/u.test(event),
    );
    expect(handled).toEqual(['case.claimed', 'case.handedOn', 'case.resolved', 'case.reopened']);
  });
});
