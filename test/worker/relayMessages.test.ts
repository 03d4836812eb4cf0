import { Fault } from '../../src/faults';
import { relayToStaff } from '../../src/usecases/relayMessage';
import { teamsDown } from '../fakes/fakeMessenger';
import { caseWorld, type CaseWorld, yu } from '../fakes/caseWorld';

describe('what is passed on while a person has the case', () => {
  let world: CaseWorld;
  let caseId: string;
  beforeEach(async () => {
    world = await caseWorld();
    caseId = await world.handOver();
    await world.act(caseId, yu, { kind: 'claim' });
    await world.drain();
  });
  afterEach(() => world.close());

  test('goes both ways, under the names that the directory gives', async () => {
    await world.write(caseId, 'まだ入れません');
    await world.writeInThread(caseId, yu.id, '画面の番号を教えてください');
    await world.drain();
    expect(await world.thread(caseId)).toEqual(['佐藤 花子：まだ入れません']);
    expect(world.toHanako().at(-1)).toBe('清水 優：画面の番号を教えてください');
  });

  test('arrives once and in the order in which it was said, also where Teams fails in between', async () => {
    for (let n = 1; n <= 6; n += 1) await world.writeInThread(caseId, yu.id, `その ${String(n)}`);
    world.teams.failNext('post', 'chat-hanako', teamsDown());
    await world.run(5 * 60_000);
    const told = world.toHanako().filter((text) => text.startsWith('清水 優：'));
    expect(told).toEqual([1, 2, 3, 4, 5, 6].map((n) => `清水 優：その ${String(n)}`));
  });

  test('is said once where Teams delivers the same message twice', async () => {
    await world.write(caseId, '同じもの', 'activity-7');
    await world.write(caseId, '同じもの', 'activity-7');
    await world.drain();
    expect(await world.thread(caseId)).toEqual(['佐藤 花子：同じもの']);
  });

  test('is plain text: no markup, mention or invisible sign becomes more than letters (S16)', async () => {
    await world.write(caseId, '<at>everyone</at> [x](https://evil.example)\u202Eabc\u200B\n2 行目');
    await world.drain();
    const [posted] = world.teams.posted.slice(-1);
    expect(posted?.content).toMatchObject({
      kind: 'text',
      text: '佐藤 花子：<at>everyone</at> [x](https://evil.example)abc\n2 行目',
    });
  });

  test('that the person cannot be given is told to staff in the thread', async () => {
    const blocked = new Fault('teams-rejected', 'blocked', { status: 403 });
    await world.writeInThread(caseId, yu.id, '届かない');
    world.teams.failNext('post', 'chat-hanako', blocked);
    await world.drain();
    expect((await world.thread(caseId)).at(-1)).toContain('届けられませんでした');
    expect(await world.events()).toContain('case.notRelayed');
  });

  test('that never gets through to staff is told to the person, and the next message still goes', async () => {
    const { handoff } = await world.find(caseId);
    const thread = `chat-staff;messageid=${handoff?.card?.activityId ?? ''}`;
    for (let n = 0; n < 17; n += 1) world.teams.failNext('post', thread, teamsDown());
    await world.write(caseId, '一通目');
    await world.write(caseId, '二通目');
    await world.run(10 * 60_000);
    expect(world.toHanako().at(-1)).toContain('担当者に届けられませんでした');
    expect(await world.thread(caseId)).toEqual(['佐藤 花子：二通目']);
  });
});

test('what staff write in the thread goes nowhere until somebody has taken the case', async () => {
  const world = await caseWorld();
  const caseId = await world.handOver();
  await world.drain();
  expect(await world.writeInThread(caseId, yu.id, 'こんにちは')).toMatchObject({ outcome: 'notTaken' });
  await world.close();
});

test('what somebody else than the person concerned writes is never passed on as theirs', async () => {
  const world = await caseWorld();
  const caseId = await world.handOver();
  await world.act(caseId, yu, { kind: 'claim' });
  const said = { senderId: 'stranger', activityId: 'a', conversationId: 'c', text: 'x', files: [] };
  expect(await relayToStaff(world.deps, caseId, said)).toBe('notOpen');
  await world.close();
});
