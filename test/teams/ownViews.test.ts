import { z } from 'zod/v4';
import { Fault } from '../../src/faults';
import { ids, type RequestBot, startRequestBot } from './requestBot';

/** Views of their own in the staff channel (Universal Actions, `refresh`), through the whole bot over HTTP. */
let scene: RequestBot;
let token: string;
let number: string;
let requestId: string;

const members = Array.from({ length: 70 }, (_, index) => ({
  teamsId: `29:m${String(index)}`,
  personId: `m${String(index)}`,
}));
const roster = {
  members: () => Promise.resolve([...members, { teamsId: '29:ada', personId: ids.approver.toUpperCase() }]),
};

const refreshSchema = z.object({
  action: z.object({ verb: z.string(), data: z.strictObject({ token: z.string() }) }),
  userIds: z.array(z.string()),
});
const posted = (conversationId: string) => {
  const content = scene.world.teams.cards(conversationId)[0]?.content;
  if (content?.kind !== 'card') throw new Error('no card was posted');
  return content.card;
};

beforeEach(async () => {
  scene = await startRequestBot();
  Object.assign(scene.world.deps, { roster });
  const request = await scene.world.ask('require-mfa-reregistration');
  await scene.world.run(1_000);
  ({ id: requestId, number } = request);
  token = refreshSchema.parse(posted('chat-staff')['refresh']).action.data.token;
});
afterEach(() => scene.stop());

const answerSchema = z.object({ statusCode: z.number(), type: z.string(), value: z.unknown() });
const answerTo = async (sent: Promise<Response>) => answerSchema.parse(await (await sent).json());
const view = async (who: string, trigger: 'automatic' | 'manual' = 'automatic') =>
  JSON.stringify((await answerTo(scene.send(who, 'request/view', { token, trigger }))).value);
const buttonsIn = (json: string) =>
  ['request/approve', 'request/deny', 'request/prove'].filter((verb) => json.includes(verb));
const everything = () => ['request/approve', 'request/deny', 'request/prove'];

describe('the card in the staff channel', () => {
  test('has its buttons where no client refreshes it', () => {
    expect(buttonsIn(JSON.stringify(posted('chat-staff')))).toEqual(everything());
  });

  test('names 60 members at most for views of their own, approvers first', () => {
    const { userIds } = refreshSchema.parse(posted('chat-staff')['refresh']);
    expect([userIds.length, userIds[0], userIds[1]]).toEqual([60, '29:ada', '29:m0']);
  });

  test('names nobody where the members cannot be read', async () => {
    const unknown = new Fault('teams-unreachable', 'connector: 503', { retryable: true });
    Object.assign(scene.world.deps, { roster: { members: () => Promise.reject(unknown) } });
    await scene.world.prove(number, { proverId: ids.desk });
    await scene.world.run(1_000);
    const last = scene.world.teams.edited.findLast((edit) => edit.conversationId === 'chat-staff');
    expect(JSON.stringify(last?.content)).not.toContain('refresh');
    expect(JSON.stringify(last?.content)).toContain('request/approve');
  });
});

describe('a view of the card', () => {
  test('has all buttons for who may decide', async () => {
    expect(buttonsIn(await view(ids.approver))).toEqual(everything());
  });

  test('lets a colleague of the desk make sure of the identity, and decide nothing', async () => {
    expect(buttonsIn(await view(ids.desk))).toEqual(['request/prove']);
  });

  test('shows the state alone to a guest and to whoever may do nothing', async () => {
    expect(buttonsIn(await view(ids.guest))).toEqual([]);
    expect(buttonsIn(await view(ids.person))).toEqual([]);
    await scene.world.prove(number, { proverId: ids.approver });
    const shown = await view(ids.desk);
    expect([buttonsIn(shown), shown.includes('Waiting for approval')]).toEqual([[], true]);
  });

  test('follows the roles that somebody holds now', async () => {
    const noRoles = { roles: [], inRoleAssignableGroup: false };
    scene.world.tenant.add({ id: ids.approver, displayName: 'Ada' }, { standing: noRoles });
    await scene.world.prove(number, { proverId: ids.desk });
    expect(buttonsIn(await view(ids.approver))).toEqual([]);
  });

  test('refreshes again for the one who asked, and names nobody else', async () => {
    const { value } = await answerTo(scene.send(ids.desk, 'request/view', { token }));
    expect(z.object({ refresh: refreshSchema }).parse(value).refresh).toMatchObject({
      userIds: [`29:${ids.desk}`],
    });
  });

  test('is found on its own message and in its own channel only (S2)', async () => {
    for (const elsewhere of [{ activityId: 'other' }, { conversationId: 'chat-other' }]) {
      const answer = await answerTo(scene.send(ids.approver, 'request/view', { token, ...elsewhere }));
      expect(answer).toMatchObject({ statusCode: 404, type: 'application/vnd.microsoft.error' });
    }
  });

  test('goes to who asked alone: nothing is posted, edited or written, however many look', async () => {
    const before = { ...(await scene.world.find(requestId)) };
    const [posts, edits] = [scene.world.teams.posted.length, scene.world.teams.edited.length];
    await Promise.all(
      [ids.approver, ids.desk, ids.guest, ids.approver].map((who, index) =>
        view(who, index % 2 === 0 ? 'automatic' : 'manual'),
      ),
    );
    await scene.world.run(1_000);
    expect(scene.bot.connector.calls).toEqual([]);
    expect([scene.world.teams.posted.length, scene.world.teams.edited.length]).toEqual([posts, edits]);
    expect(await scene.world.find(requestId)).toEqual(before);
  });
});

describe('an automatic refresh', () => {
  test.each(['request/approve', 'request/deny', 'request/prove', 'request/notMe'])(
    'never acts, even as %s by who may do it',
    async (verb) => {
      const before = await scene.world.find(requestId);
      const data = { reason: 'seen', proof: 'in-person', phrase: before.phrase };
      const answer = await answerTo(scene.send(ids.approver, verb, { token, trigger: 'automatic', data }));
      await scene.world.run(1_000);
      expect(answer).toMatchObject({ statusCode: 400, type: 'application/vnd.microsoft.error' });
      expect(await scene.world.find(requestId)).toEqual(before);
      expect(scene.bot.connector.calls).toEqual([]);
    },
  );

  test('does with a press what it does not do by itself', async () => {
    const data = { reason: 'not her' };
    await scene.send(ids.approver, 'request/deny', { token, trigger: 'manual', data });
    expect((await scene.world.find(requestId)).state).toBe('denied');
  });
});
