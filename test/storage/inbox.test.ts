import { aDatabase } from './aDatabase';
import { leftBehind } from './fixtures/leftBehind';
import { aStore } from './stored';

const activity = { conversationId: 'chat', activityId: 'activity' };
const by = (holder: string) => ({ ...activity, holder });
const job = { kind: 'carry-on', payload: activity, idempotencyKey: 'carry-on:activity' };
const press = { value: { action: { verb: 'request/approve' } } };
const kept = { body: JSON.stringify(press), job };

/** Two instances on one database, with a clock each. */
async function twoInstances() {
  const database = aDatabase();
  const one = await aStore({ database });
  const other = await aStore({ database });
  const close = async () => {
    await one.close();
    await other.close();
  };
  return { one, other, [Symbol.asyncDispose]: close };
}

describe('an activity', () => {
  test('that comes twenty times at once, over two instances, is taken by one turn', async () => {
    await using both = await twoInstances();
    const taken = await Promise.all(
      Array.from({ length: 20 }, (_, nth) =>
        (nth % 2 === 0 ? both.one : both.other).inbox.take(by(`turn-${String(nth)}`), 11_000),
      ),
    );
    expect(taken.toSorted()).toEqual([...Array<string>(19).fill('heldByAnother'), 'taken']);
  });

  test('that a turn has in hand is left to it for as long as it says so', async () => {
    await using both = await twoInstances();
    const { one, other } = both;
    await one.inbox.take(by('first'), 2_000);
    await one.inbox.hold(by('first'), 3_000);
    other.time.now = 2_999;
    expect(await other.inbox.take(by('second'), 9_000)).toBe('heldByAnother');
    other.time.now = 3_000;
    expect(await other.inbox.take(by('second'), 9_000)).toBe('taken');
    expect(await one.inbox.finish(by('first'))).toBe(false);
  });

  test('is taken over where the clock has gone back a day since its process died', async () => {
    const { inbox, time } = await aStore({ now: Date.UTC(2026, 10, 26) });
    await inbox.take(by('first'), time.now + 10_000);
    time.now -= 86_400_000;
    expect(await inbox.take(by('second'), time.now + 10_000)).toBe('taken');
  });

  test('is taken again by the turn that has it: the same turn run once more', async () => {
    const { inbox } = await aStore();
    await inbox.take(by('first'), 2_000);
    expect(await inbox.take(by('first'), 3_000)).toBe('taken');
  });

  test('that is done stays so, over a restart too', async () => {
    const database = aDatabase();
    const before = await aStore({ database });
    await before.inbox.take(by('first'), 2_000);
    expect(await before.inbox.finish(by('first'))).toBe(true);
    await before.close();
    const after = await aStore({ database, now: 1_000_000 });
    expect(await after.inbox.take(by('second'), 2_000_000)).toBe('done');
  });

  test('that was seen before there was an inbox is done', async () => {
    const { inbox } = await aStore({ database: await leftBehind(10), now: Date.UTC(2030, 0) });
    const old = { conversationId: 'conversation-1', activityId: 'activity-0', holder: 'late' };
    expect(await inbox.take(old, Date.UTC(2031, 0))).toBe('done');
  });

  test('that changes nothing is done as soon as it is seen', async () => {
    const { inbox } = await aStore();
    expect([await inbox.seen(activity), await inbox.seen(activity)]).toEqual([true, false]);
    expect(await inbox.take(by('first'), 2_000)).toBe('done');
  });
});

describe('the state of a conversation', () => {
  test('is stored with its activity being done', async () => {
    const { botState, inbox } = await aStore();
    await inbox.take(by('first'), 2_000);
    await botState.write({ chat: { step: 1 } }, by('first'));
    expect(await inbox.take(by('second'), 9_000)).toBe('done');
  });

  test('is not stored by a turn whose activity another one has taken meanwhile', async () => {
    const opened = await aStore();
    const { botState, inbox, time } = opened;
    await inbox.take(by('first'), 2_000);
    time.now = 2_000;
    await inbox.take(by('second'), 9_000);
    await expect(botState.write({ chat: { step: 1 } }, by('first'))).rejects.toMatchObject({
      code: 'store-conflict',
    });
    expect(await botState.read(['chat'])).toEqual({});
    await botState.write({ chat: { step: 2 } }, by('second'));
    expect(await botState.read(['chat'])).toMatchObject({ chat: { step: 2 } });
  });

  test('that could not be stored leaves its activity as it was', async () => {
    const { botState, inbox } = await aStore();
    await botState.write({ chat: { step: 1 } });
    await inbox.take(by('first'), 2_000);
    const stale = botState.write({ chat: { step: 2, eTag: 'another' } }, by('first'));
    await expect(stale).rejects.toMatchObject({ code: 'store-conflict' });
    expect(await inbox.take(by('second'), 9_000)).toBe('heldByAnother');
  });
});

describe('a press that is answered before it is done', () => {
  test('is kept with the job that carries it on, once', async () => {
    const { inbox, jobs } = await aStore();
    await inbox.take(by('first'), 2_000);
    await inbox.keep(by('first'), 2_000, kept);
    await inbox.keep(by('again'), 9_000, { ...kept, body: '{}' });
    expect(await inbox.kept(activity)).toEqual({ body: press, until: 2_000 });
    expect(await jobs.claim(9, 1_000)).toMatchObject([{ kind: 'carry-on', payload: activity }]);
  });

  test('is kept before its turn has begun as well, and its turn takes it then', async () => {
    const { inbox } = await aStore();
    await inbox.keep(by('first'), 2_000, kept);
    expect(await inbox.take(by('other'), 2_000)).toBe('heldByAnother');
    expect(await inbox.take(by('first'), 2_000)).toBe('taken');
  });

  test('is gone with its words once it is done, and not kept any more', async () => {
    const { inbox, jobs } = await aStore();
    await inbox.take(by('first'), 2_000);
    await inbox.finish(by('first'));
    await inbox.keep(by('first'), 2_000, kept);
    expect([await inbox.kept(activity), await jobs.claim(9, 1_000)]).toEqual([undefined, []]);
    const other = { ...by('first'), activityId: 'other' };
    await inbox.keep(other, 2_000, kept);
    await inbox.finish(other);
    expect(await inbox.kept(other)).toBeUndefined();
  });
});
