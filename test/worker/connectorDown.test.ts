import { requestWorld, type RequestWorld } from '../fakes/requestWorld';
import { teamsDown } from '../fakes/fakeMessenger';

const minute = 60_000;
const chats = ['chat-staff', 'chat-admin', 'chat-hanako'];

let world: RequestWorld;
beforeEach(async () => {
  world = await requestWorld();
});
afterEach(() => world.close());

/** The connector as it is for a while: it takes nothing. */
function takeDown(): { until(at: number): void } {
  const down = { until: 0 };
  const { messenger } = world.deps;
  const { post, edit } = { post: messenger.post.bind(messenger), edit: messenger.edit.bind(messenger) };
  const orFail = <Result>(call: () => Promise<Result>): Promise<Result> =>
    world.time.now < down.until ? Promise.reject(teamsDown()) : call();
  Object.assign(messenger, {
    post: (...args: Parameters<typeof post>) => orFail(() => post(...args)),
    edit: (...args: Parameters<typeof edit>) => orFail(() => edit(...args)),
  });
  return { until: (at) => void (down.until = at) };
}

describe('the connector down for five minutes', () => {
  test('keeps back cards and messages, loses none, and says none twice', async () => {
    const up = world;
    const { number: before } = await up.ask('require-mfa-reregistration');
    await up.run(minute);
    const usual = chats.map(
      (chat) => up.teams.posted.filter(({ conversationId }) => conversationId === chat).length,
    );
    expect(before).toMatch(/^R-/u);
    await up.close();

    world = await requestWorld();
    takeDown().until(world.time.now + 5 * minute);
    const { id } = await world.ask('require-mfa-reregistration');
    await world.run(5 * minute - 1);
    expect(world.teams.posted).toEqual([]);
    await world.run(10 * minute);
    const posted = chats.map(
      (chat) => world.teams.posted.filter(({ conversationId }) => conversationId === chat).length,
    );
    expect(posted).toEqual(usual);
    expect(await world.deps.store.transaction((tx) => tx.outbox.dead(9))).toEqual([]);
    expect((await world.find(id)).state).toBe('awaitingProof');
  });

  test('holds up no remedy: what was approved is done, and told afterwards', async () => {
    const { id, number } = await world.ask('require-mfa-reregistration');
    await world.run(minute);
    takeDown().until(world.time.now + 5 * minute);
    await world.decide(number);
    await world.run(minute);
    expect((await world.find(id)).state).toBe('done');
    const told = () => world.teams.texts('chat-hanako').length;
    const before = told();
    await world.run(14 * minute);
    expect(told()).toBeGreaterThan(before);
    expect(await world.deps.store.transaction((tx) => tx.outbox.dead(9))).toEqual([]);
  });
});
