import { setTimeout as sleep } from 'node:timers/promises';
import { ids } from '../teams/requestBot';
import { type DeliveryWorld, deliveryWorld, never, overMs, said } from './deliveryWorld';

const meanwhile = 'what came of it follows as a message';

let world: DeliveryWorld;
beforeEach(async () => {
  world = await deliveryWorld();
});
afterEach(() => world.close());

/** What is kept of the press. */
const kept = () => world.inbox.kept({ conversationId: `a:${ids.person}`, activityId: 'pressed' });

describe('a press that was answered before it was done', () => {
  test('is carried on where its process died, and what came of it follows as a message', async () => {
    const { finding, unknown } = await world.askedSomething();
    const dying = await world.instance({ runTriage: never, dies: never });
    const response = await dying.send(dying.activity({ id: 'pressed', ...unknown }));
    expect(await response.text()).toContain(meanwhile);
    await world.run(overMs);
    const next = said(dying).join();
    expect(next).toContain('triage/answer');
    expect(next).not.toContain(finding);
    expect(await kept()).toBeUndefined();
  });

  test('is delivered to nobody else by the job that carries it on, where Teams delivers it again meanwhile', async () => {
    const { unknown } = await world.askedSomething();
    const dying = await world.instance({ runTriage: never, dies: never });
    await dying.send(dying.activity({ id: 'pressed', ...unknown }));
    world.time.now += overMs;
    const living = await world.instance();
    await living.send(living.activity({ id: 'pressed', ...unknown }));
    const before = world.started();
    await world.run(overMs);
    expect([world.started(), said(dying), await kept()]).toEqual([before, [], undefined]);
    expect(said(living)).toHaveLength(1);
  });

  test('is not done again where its process lived', async () => {
    const { unknown } = await world.askedSomething();
    const slow = await world.instance({
      runTriage: async (context) => {
        await sleep(300); // longer than the 200 ms that a press is waited for
        await context.sendActivity('done');
      },
    });
    const response = await slow.send(slow.activity({ id: 'pressed', ...unknown }));
    expect(await response.text()).toContain(meanwhile);
    while (said(slow).length === 0 || (await kept()) !== undefined) await sleep(20);
    const before = world.started();
    await world.run(overMs);
    expect([said(slow).length, world.started()]).toEqual([1, before]);
  });

  test('that failed, and the person was told so, is not done behind their back', async () => {
    const { unknown } = await world.askedSomething();
    const failing = await world.instance({
      runTriage: async () => {
        await sleep(300);
        throw new Error('broken');
      },
    });
    await failing.send(failing.activity({ id: 'pressed', ...unknown }));
    while (said(failing).length === 0 || (await kept()) !== undefined) await sleep(20);
    const before = world.started();
    await world.run(overMs);
    expect(said(failing).join()).toContain('something went wrong');
    expect(world.started()).toBe(before);
  });
});
