import { setImmediate as soon } from 'node:timers/promises';
import { policyWith } from '../fakes/policies';
import { ids, type RequestBot, startRequestBot } from './requestBot';
import { signal } from './signal';

/** S22 where approving takes a sign-in: the press on a card while Graph takes its 30 seconds. */
let scene: RequestBot;
let token: string;
let number: string;
let id: string;

beforeEach(async () => {
  scene = await startRequestBot({ approvals: { policy: policyWith({ confirm: 'sign-in' }) } });
  const request = await scene.world.ask('require-mfa-reregistration');
  await scene.world.run(1_000);
  ({ id, number } = request);
  token = /"token":"([^"]+)"/u.exec(JSON.stringify(scene.world.teams.cards('chat-staff')))?.[1] ?? '';
});
afterEach(() => scene.stop());

const approve = async (more: Record<string, string> = {}) => {
  const data = { reason: 'called back', ...more };
  return (await scene.send(ids.approver, 'request/approve', { token, data })).text();
};

test('one press with proof, phrase and reason is answered with the link to sign in, and decides nothing yet', async () => {
  const { phrase = '' } = await scene.world.find(id);
  expect(await approve({ proof: 'call-back', phrase })).toContain('/confirm#');
  const { approvals, proof, state } = await scene.world.find(id);
  expect([state, proof?.kind, approvals]).toEqual(['pending', 'call-back', []]);
});

test('that link stays on the pressed card: only the other cards show the proof, till the link is over', async () => {
  const { phrase = '' } = await scene.world.find(id);
  const editsIn = (place: string) =>
    scene.world.teams.edited.filter(({ conversationId }) => conversationId === place).length;
  await scene.world.remember(ids.approver);
  await approve({ proof: 'call-back', phrase });
  await scene.world.run(60_000);
  expect(editsIn('chat-staff')).toBe(0);
  await scene.world.run(15 * 60_000);
  expect(editsIn('chat-staff')).toBe(1);
});

test('is answered before Graph has said anything; the link follows as a message once it has', async () => {
  await scene.world.prove(number, { proverId: ids.desk });
  const answered = signal();
  const { directory } = scene.world.deps;
  const person = directory.person.bind(directory);
  Object.assign(directory, {
    person: async (personId: string) => {
      await answered.given;
      return person(personId);
    },
  });
  expect(await approve()).toContain('follows as a message');
  const sent = () => JSON.stringify(scene.bot.connector.calls);
  expect(sent()).not.toContain('/confirm#');
  answered.give();
  while (!sent().includes('/confirm#')) await soon();
  expect((await scene.world.find(id)).state).toBe('pending');
});
