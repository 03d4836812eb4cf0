import { setImmediate as soon } from 'node:timers/promises';
import { pressAnsweredWithinMs } from '../../src/teams/processActivity';
import { teamsDown } from '../fakes/fakeMessenger';
import { ids, type RequestBot, startRequestBot } from './requestBot';
import { signal } from './signal';

/** Presses on a posted card through the whole bot over HTTP, with the real store. */
let scene: RequestBot;
let token: string;
let number: string;
let requestId: string;

beforeEach(async () => {
  scene = await startRequestBot();
  const request = await scene.world.ask('require-mfa-reregistration');
  await scene.world.run(1_000);
  ({ id: requestId, number } = request);
  token = /"token":"([^"]+)"/u.exec(JSON.stringify(scene.world.teams.cards('chat-staff')))?.[1] ?? '';
  await scene.world.prove(number, { proverId: ids.desk });
});
afterEach(() => scene.stop());

const approve = (id: string) =>
  scene.send(ids.approver, 'request/approve', { token, id, data: { reason: 'called back' } });
const deny = () => scene.send(ids.approver, 'request/deny', { token, data: { reason: 'not her' } });
const state = async () => (await scene.world.find(requestId)).state;

/** From now on each question to the directory is answered only when this is given: Graph takes its 30 s. */
function slowGraph() {
  const answered = signal();
  const { directory } = scene.world.deps;
  const person = directory.person.bind(directory);
  Object.assign(directory, {
    person: async (id: string) => {
      await answered.given;
      return person(id);
    },
  });
  return answered;
}

describe('S22: a press while Graph takes 30 seconds', () => {
  test('is waited for less than a second', () => {
    expect(pressAnsweredWithinMs).toBeLessThan(1_000);
  });

  test('is answered before Graph has said anything, and decides once it has', async () => {
    const graph = slowGraph();
    const answer = await (await approve('press-1')).text();
    expect([answer.includes('follows as a message'), await state()]).toEqual([true, 'pending']);
    graph.give();
    while ((await state()) === 'pending') await soon();
    expect(await state()).toBe('approved');
  });

  test('that is sent again, during and after, is one decision and one run', async () => {
    const graph = slowGraph();
    const answers = await Promise.all([approve('press-1'), approve('press-1'), approve('press-1')]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    graph.give();
    while ((await state()) === 'pending') await soon();
    await approve('press-1');
    await scene.world.run();
    const { approvals, journal } = await scene.world.find(requestId);
    const deletions = journal.filter(({ outcome, step }) => step === 'delete:app' && outcome === 'done');
    expect([await state(), approvals.length, deletions.length]).toEqual(['done', 1, 1]);
  });
});

describe('S21: a click on a card that could not be edited', () => {
  test.each([1, 2, 5, 9])('is answered with what came of it, after %i failed edits', async (times) => {
    await scene.world.run(1_000);
    const edits = scene.world.teams.edited.length;
    await scene.world.decide(number, { approverId: ids.approver, decision: 'denied' });
    for (let count = 0; count < times; count += 1)
      scene.world.teams.failNext('edit', 'chat-staff', teamsDown());
    await scene.world.run(0);
    expect(scene.world.teams.edited.length).toBe(edits);
    const answer = await (await deny()).text();
    expect(answer).toContain('Ada Approver');
    expect(await state()).toBe('denied');
    await scene.world.run(60 * 60_000);
    const last = scene.world.teams.edited.at(-1);
    expect(JSON.stringify(last?.content)).not.toContain('Action.Execute');
    expect(await state()).toBe('denied');
  });
});
