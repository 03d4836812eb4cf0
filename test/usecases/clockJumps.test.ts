import { requestWorld, type RequestWorld } from '../fakes/requestWorld';

const hour = 60 * 60_000;
const reset = 'require-mfa-reregistration';

let world: RequestWorld;
beforeEach(async () => {
  world = await requestWorld();
});
afterEach(() => world.close());

/** A request that waits for its approval; how long it is valid is the policy's. */
async function pending() {
  const { id, number } = await world.ask(reset);
  await world.run(1_000);
  await world.prove(number, { proverId: 'desk' });
  const { expiresAt } = await world.find(id);
  return { id, number, expiresAt };
}

const state = async (id: string) => (await world.find(id)).state;

describe('S29: the server’s clock jumps ahead while a request waits', () => {
  test('it is expired by that clock, whoever approves', async () => {
    const { id, number, expiresAt } = await pending();
    world.time.now = expiresAt + 1;
    expect(await world.decide(number)).toMatchObject({ ok: false });
    await world.run(1_000);
    expect(await state(id)).toBe('expired');
    expect(world.tenant.writes()).toEqual([]);
  });

  test('and back again: what was expired stays so, and nothing is done', async () => {
    const { id, number, expiresAt } = await pending();
    const before = world.time.now;
    world.time.now = expiresAt + hour;
    await world.run(1_000);
    world.time.now = before;
    expect(await world.decide(number)).toMatchObject({ ok: false });
    await world.run();
    expect(await state(id)).toBe('expired');
    expect(world.tenant.writes()).toEqual([]);
  });
});

describe('S29: the server’s clock jumps back while a request waits', () => {
  test('it is decided once and done once, and its timer does nothing more when it comes', async () => {
    const { id, number, expiresAt } = await pending();
    world.time.now -= 5 * hour;
    expect(await world.decide(number)).toMatchObject({ ok: true });
    await world.run(6 * hour);
    const once = world.tenant.writes();
    expect(await state(id)).toBe('done');
    world.time.now = expiresAt + hour;
    await world.run();
    expect(await state(id)).toBe('done');
    expect(world.tenant.writes()).toEqual(once);
  });
});

describe('S29: the server’s clock jumps while a remedy runs', () => {
  test.each([
    ['ahead', 5 * hour],
    ['back', -5 * hour],
  ])('%s: each step is done once, and the journal ends', async (_where, jump) => {
    const { id, number } = await pending();
    const removeMethod = world.deps.remedies.removeMethod.bind(world.deps.remedies);
    Object.assign(world.deps.remedies, {
      removeMethod: (...args: Parameters<typeof removeMethod>) => {
        world.time.now += jump;
        Object.assign(world.deps.remedies, { removeMethod });
        return removeMethod(...args);
      },
    });
    expect(await world.decide(number)).toMatchObject({ ok: true });
    await world.run(12 * hour);
    expect(await state(id)).toBe('done');
    expect(new Set(world.tenant.writes()).size).toBe(world.tenant.writes().length);
    expect(await world.audit.verify()).toMatchObject({ ok: true });
  });
});
