import { carryOn, carryOnJob } from '../../src/usecases/carryOn';
import { carryOnPress } from '../../src/worker/carryOnPress';
import { aStore } from '../storage/stored';

const press = { conversationId: 'chat', activityId: 'press' };

/** A press that was kept by a turn which had it in hand until 2,000. */
async function aKeptPress(resumed: 'done' | 'bot-busy' = 'done') {
  const opened = await aStore();
  const { inbox, store, time } = opened;
  const kept = { body: '{"pressed":1}', job: carryOnJob(press, 2_000) };
  await inbox.keep({ ...press, holder: 'first' }, 2_000, kept);
  const carriedOn: unknown[] = [];
  const resume = (activity: unknown) => {
    carriedOn.push(activity);
    return Promise.resolve(resumed);
  };
  const deps = { inbox, store, clock: () => time.now, resume };
  return { ...opened, deps, carriedOn, look: () => carryOn(deps, press) };
}

describe('the job of a press that was answered before it was done', () => {
  test('leaves it to the turn that has it in hand, and looks again when that time is over', async () => {
    const { carriedOn, inbox, jobs, look, time } = await aKeptPress();
    await inbox.hold({ ...press, holder: 'first' }, 5_000);
    time.now = 2_000;
    await jobs.claim(9, 60_000);
    await look();
    expect([carriedOn, await jobs.nextDue()]).toEqual([[], 5_000]);
    time.now = 5_000;
    await look();
    expect(carriedOn).toEqual([{ pressed: 1 }]);
  });

  test('has nothing to do where it is done', async () => {
    const { carriedOn, inbox, look, time } = await aKeptPress();
    await inbox.finish({ ...press, holder: 'first' });
    time.now = 9_000;
    await look();
    expect(carriedOn).toEqual([]);
  });

  test('looks again later where too many turns wait', async () => {
    const { jobs, look, time } = await aKeptPress('bot-busy');
    time.now = 2_000;
    await jobs.claim(9, 60_000);
    await look();
    expect(await jobs.nextDue()).toBe(12_000);
  });

  test('is left to staff where its process died three times', async () => {
    const { carriedOn, deps, jobs, time } = await aKeptPress();
    time.now = 2_000;
    const attempts = [];
    for (let attempt = 1; attempt <= 4; attempt++) {
      attempts.push(...(await jobs.claim(9, 1_000)));
      time.now += 1_000;
    }
    const [last] = attempts.slice(-1);
    if (last === undefined) throw new Error('the job is there');
    expect(() => carryOnPress(deps)(last)).toThrow('died each time');
    expect(carriedOn).toEqual([]);
  });
});
