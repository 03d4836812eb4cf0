import { teamsDown } from '../fakes/fakeMessenger';
import { caseWorld, dan, yu } from '../fakes/caseWorld';

const minute = 60_000;
const hour = 60 * minute;
/** Thursday, 26 November 2026, 10:00 in Tokyo. */
const morning = Date.UTC(2026, 10, 26, 1);
const weekdays = `${yu.id} mon-fri 09:00-18:00`;

type World = Awaited<ReturnType<typeof caseWorld>>;

/** When something new was said in a place, in minutes from now on, while the clock runs. */
async function saidAt(world: World, place: () => readonly string[], forMinutes: number) {
  const at: number[] = [];
  for (let passed = 1; passed <= forMinutes; passed += 1) {
    const before = place().length;
    await world.run(minute);
    at.push(
      ...place()
        .slice(before)
        .map(() => passed),
    );
  }
  return at;
}

describe('a case that nobody takes', () => {
  test('alarms staff ten minutes before the limit, at it, and after it in growing pauses', async () => {
    await using world = await caseWorld({ now: morning, onCall: weekdays });
    await world.handOver();
    await world.drain();
    expect(await saidAt(world, world.inChannel, 245)).toEqual([20, 30, 60, 120, 240]);
    expect(world.inChannel()[0]).toMatch(/まだ誰も引き受けていません.*当番：清水 優/su);
    expect(world.inChannel()[1]).toMatch(/時間内に引き受けられていません/u);
  });

  test('tells the person at the limit what happens and what to do meanwhile, and again each time after', async () => {
    await using world = await caseWorld({ now: morning, onCall: weekdays, contact: '内線 4321' });
    await world.handOver();
    await world.drain();
    const first = world.toHanako()[0] ?? '';
    expect(first).toMatch(/30 分ほどで.*承認せず.*身に覚えがない.*内線 4321/su);
    expect(await saidAt(world, world.toHanako, 130)).toEqual([30, 60, 120]);
    expect(world.toHanako()[1]).toMatch(/お待たせして.*もう一度知らせました.*承認せず.*内線 4321/su);
  });

  test('alarms those who are on call in their own chats as well', async () => {
    await using world = await caseWorld({ now: morning, onCall: weekdays });
    await world.remember(yu.id, 'en');
    await world.handOver();
    await world.run(20 * minute);
    expect(world.teams.texts(`chat-${yu.id}`)).toEqual([expect.stringContaining('Nobody has taken case')]);
  });

  test('alarms nobody any more once somebody has taken it: each look asks the store anew (S27)', async () => {
    await using world = await caseWorld({ now: morning, onCall: weekdays });
    const caseId = await world.handOver();
    await world.run(25 * minute);
    const alarms = world.inChannel().length;
    await world.act(caseId, dan, { kind: 'claim' });
    await world.run(10 * hour);
    expect(world.inChannel()).toHaveLength(alarms);
    expect(world.toHanako().filter((text) => text.includes('お待たせして'))).toEqual([]);
  });

  test('is counted from its last handing-over: alarms of the one before are silent', async () => {
    await using world = await caseWorld({ now: morning, onCall: weekdays });
    const caseId = await world.handOver();
    await world.run(15 * minute);
    await world.act(caseId, yu, { kind: 'claim' });
    await world.act(caseId, yu, { kind: 'handBack' });
    await world.handOverAgain(caseId);
    await world.drain();
    expect(await saidAt(world, world.inChannel, 35)).toEqual([20, 30]);
  });
});

describe('a case that is handed over outside the hours', () => {
  const evening = morning + 10 * hour;

  test('says when somebody comes, and that a danger can be reported at any time', async () => {
    await using world = await caseWorld({ now: evening, onCall: weekdays });
    await world.handOver();
    await world.drain();
    expect(world.toHanako()[0]).toMatch(/受付時間外.*2026-11-27 09:00.*いつでも「身に覚えがない」/su);
  });

  test('alarms nobody at night; its time runs from the next morning', async () => {
    await using world = await caseWorld({ now: evening, onCall: weekdays });
    await world.handOver();
    await world.run(13 * hour + 19 * minute);
    expect(world.inChannel()).toEqual([]);
    await world.run(minute);
    expect(world.inChannel()).toHaveLength(1);
  });

  test('with a red flag alarms at once all the same, in a third of the time', async () => {
    await using world = await caseWorld({ now: evening, onCall: weekdays });
    await world.handOver([], { redFlags: ['stolen-phone'] });
    await world.drain();
    expect(await saidAt(world, world.inChannel, 31)).toEqual([5, 10, 20]);
    expect(world.inChannel()[0]).toContain('至急');
  });
});

test('alarms that Teams does not take are tried again, and the later ones come all the same', async () => {
  await using world = await caseWorld({ now: morning, onCall: weekdays });
  await world.handOver();
  await world.run(19 * minute);
  for (let n = 0; n < 3; n += 1) world.teams.failNext('post', 'chat-staff', teamsDown());
  await world.run(15 * minute);
  expect(world.inChannel()).toHaveLength(2);
});

test('the person is told only after somebody was told: not while the card cannot be posted', async () => {
  await using world = await caseWorld({ now: morning });
  for (let n = 0; n < 4; n += 1) world.teams.failNext('post', 'chat-staff', teamsDown());
  await world.handOver();
  await world.run(2_000);
  expect(world.toHanako()).toEqual([]);
  await world.run(minute);
  expect(world.toHanako()[0]).toContain('担当者に伝わりました');
});
