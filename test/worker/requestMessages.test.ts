import { Fault } from '../../src/faults';
import { teamsDown } from '../fakes/fakeMessenger';
import { type RequestWorld, requestWorld, staffChannel } from '../fakes/requestWorld';

let world: RequestWorld;
beforeEach(async () => {
  world = await requestWorld();
});
afterEach(() => world.close());

const reset = 'require-mfa-reregistration';
const gone = () => new Fault('teams-rejected', '404: the message is gone', { status: 404 });

describe('the cards of a new request', () => {
  test('go to the staff channel and to approvers with a chat, each in their language', async () => {
    await world.ask(reset);
    await world.run(1_000);
    expect(
      world.teams.posted
        .filter(({ content }) => content.kind === 'card')
        .map(({ conversationId }) => conversationId),
    ).toEqual(['chat-staff', 'chat-admin']);
    expect(world.teams.cards('chat-staff')[0]?.content).toMatchObject({ card: { lang: 'ja' } });
    expect(world.teams.cards('chat-admin')[0]?.content).toMatchObject({ card: { lang: 'en' } });
  });

  test('carry a token of their own each', async () => {
    await world.ask(reset);
    await world.run(1_000);
    const tokens = world.teams.posted.flatMap(
      ({ content }) => /"token":"([^"]+)"/.exec(JSON.stringify(content))?.[1] ?? [],
    );
    expect(tokens).toHaveLength(2);
    expect(new Set(tokens).size).toBe(2);
  });

  test('are not sent to an approver who asked for it', async () => {
    await world.ask(reset, { requesterId: 'admin' });
    await world.run(1_000);
    expect(world.teams.cards('chat-admin')).toEqual([]);
  });

  test('are posted once each, however often Teams fails in between', async () => {
    for (let times = 0; times < 3; times += 1) world.teams.failNext('post', 'chat-admin', teamsDown());
    await world.ask(reset);
    await world.run();
    expect([world.teams.cards('chat-staff').length, world.teams.cards('chat-admin').length]).toEqual([1, 1]);
  });

  test('reach the others where one chat is closed to us', async () => {
    world.teams.failNext('post', 'chat-staff', gone());
    await world.ask(reset);
    await world.run();
    expect(world.teams.cards('chat-admin')).toHaveLength(1);
  });

  test('that reach nobody are an error in the log', async () => {
    Object.assign(world.deps, {
      staffChannel: undefined,
      approvals: { ...world.deps.approvals, approverIds: ['admin2'] },
    });
    await world.ask(reset);
    await world.run();
    expect(world.logged.some((line) => line.includes('no approver can be reached'))).toBe(true);
  });

  test('that are posted while somebody decides show the decision all the same', async () => {
    const request = await world.ask(reset);
    const { messenger } = world.deps;
    const post = messenger.post.bind(messenger);
    Object.assign(messenger, {
      post: async (...given: Parameters<typeof post>) => {
        if (given[0].conversationId === staffChannel.conversationId) {
          await world.decide(request.number, { decision: 'denied' });
        }
        return post(...given);
      },
    });
    await world.run();
    const lastOf = (conversationId: string) =>
      JSON.stringify(world.teams.edited.findLast((edit) => edit.conversationId === conversationId)?.content);
    expect(lastOf('chat-staff')).toContain('却下');
    expect(lastOf('chat-admin')).toContain('Denied');
  });
});

describe('S21: posted cards after a decision', () => {
  test('show it everywhere, without buttons', async () => {
    const request = await world.ask(reset);
    await world.run(1_000);
    await world.decide(request.number, { decision: 'denied', reason: 'nobody answered' });
    await world.run();
    expect(world.teams.edited.map(({ conversationId }) => conversationId).sort()).toEqual([
      'chat-admin',
      'chat-staff',
    ]);
    expect(JSON.stringify(world.teams.edited)).not.toContain('Action.Execute');
    expect(JSON.stringify(world.teams.edited)).toContain('nobody answered');
  });

  test.each([1, 2, 5])(
    'are edited in the end where the edit fails %i times, and nothing else changes',
    async (times) => {
      const request = await world.ask(reset);
      await world.run(1_000);
      for (let count = 0; count < times; count += 1) world.teams.failNext('edit', 'chat-admin', teamsDown());
      await world.decide(request.number, { decision: 'denied' });
      await world.run();
      expect(world.teams.edited.some(({ conversationId }) => conversationId === 'chat-admin')).toBe(true);
      expect((await world.find(request.id)).state).toBe('denied');
    },
  );

  test('are left alone where the message was deleted', async () => {
    const request = await world.ask(reset);
    await world.run(1_000);
    world.teams.failNext('edit', 'chat-admin', gone());
    await world.decide(request.number, { decision: 'denied' });
    await world.run();
    expect(world.teams.edited.map(({ conversationId }) => conversationId)).toEqual(['chat-staff']);
  });
});

describe('the people around a request', () => {
  test('who removed the app are reached by staff instead, and the trail says so', async () => {
    const request = await world.ask(reset);
    await world.run(1_000);
    const blocked = new Fault('teams-rejected', '403: blocked', { status: 403 });
    world.teams.failNext('post', 'chat-hanako', blocked);
    await world.decide(request.number, { decision: 'denied' });
    await world.run(60_000);
    const toStaff = JSON.stringify(
      world.teams.posted.filter(({ conversationId }) => conversationId === 'chat-staff'),
    );
    expect(toStaff).toContain('削除またはブロック');
    expect(world.logged.filter((line) => line.includes('job buried'))).toEqual([]);
  });

  test('are each told once, in their language, though Teams fails in between', async () => {
    await world.remember('taro', 'en');
    const request = await world.ask(reset, { requesterId: 'taro', openerId: 'taro', door: 'staff' });
    world.teams.failNext('post', 'chat-hanako', teamsDown());
    world.teams.failNext('post', 'chat-taro', teamsDown());
    await world.run();
    await world.decide(request.number, { decision: 'denied' });
    await world.run();
    expect(world.teams.texts('chat-hanako')).toHaveLength(2);
    expect(world.teams.texts('chat-hanako')[1]).toContain('承認されませんでした');
    expect(world.teams.texts('chat-taro')[1]).toContain('was not approved');
  });

  test('who are not the person learn of no method and no number (S20)', async () => {
    await world.remember('taro', 'en');
    const request = await world.ask(reset, { requesterId: 'taro', openerId: 'taro' });
    await world.run(1_000);
    await world.decide(request.number);
    await world.run();
    expect(world.teams.texts('chat-taro').join(' ')).not.toMatch(/••••|Authenticator|@/);
  });

  test('without a chat are noted as not told', async () => {
    await world.ask(reset, { requesterId: 'stranger', openerId: 'stranger', door: 'staff' });
    await world.run();
    expect(world.logged.some((line) => line.includes('nobody told'))).toBe(true);
  });
});

describe('S6: who calls back', () => {
  test('sees how the directory’s number ends, on the staff’s card alone, and no more of it', async () => {
    const hanako = world.tenant.of('hanako');
    hanako.person = { ...hanako.person, phones: ['+81 90 1234 5634'] };
    await world.ask('require-mfa-reregistration', { requesterId: 'taro', openerId: 'taro' });
    await world.run(1_000);
    const cards = JSON.stringify(world.teams.cards('chat-staff'));
    expect([cards.includes('末尾 34'), cards.includes('5634')]).toEqual([true, false]);
    expect(
      JSON.stringify(world.teams.posted.filter(({ conversationId }) => conversationId === 'chat-hanako')),
    ).not.toContain('末尾');
  });
});
