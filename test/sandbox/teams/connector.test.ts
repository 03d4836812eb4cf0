import { z } from 'zod/v4';
import { takeSeat } from './chatSeat';
import {
  adele,
  ask,
  cardMessage,
  channelId,
  connectorToken,
  hanako,
  kenji,
  type Scene,
  startScene,
  tenantId,
} from './scriptedBot';

let scene: Scene;

beforeEach(async () => {
  scene = await startScene();
});
afterEach(() => scene.close());

const text = (words: string) => ({ type: 'message', text: words });
/** What the SDK's typed client would not let one send, or does not know. */
const call = async (method: string, path: string, body?: object) => {
  const response = await fetch(`${scene.teams.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${connectorToken}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer: unknown = await response.json();
  return { status: response.status, body: answer };
};
const createChat = async (memberId: string, tenant = tenantId): Promise<unknown> =>
  scene.connector.conversations.createConversation({
    isGroup: false,
    bot: { id: '', name: '' },
    members: [{ id: memberId, name: '' }],
    tenantId: tenant,
    channelData: {},
  });

describe('a conversation that the bot creates', () => {
  test("is the person's own chat, by their object id", async () => {
    const { conversationId } = await takeSeat(scene, hanako);
    expect(await createChat(hanako.id)).toMatchObject({ id: conversationId });
  });

  test("is the person's own chat, by their Teams id", async () => {
    const { conversationId, userId } = await takeSeat(scene, hanako);
    expect(await createChat(userId)).toMatchObject({ id: conversationId });
  });

  test('is the same one after a restart of the sandbox', async () => {
    const before = await takeSeat(scene, hanako);
    await scene.close();
    scene = await startScene();
    const after = await takeSeat(scene, hanako);
    expect(after.conversationId).toBe(before.conversationId);
  });

  test('is refused with nobody', async () => {
    await expect(createChat('29:nobody')).rejects.toMatchObject({ statusCode: 400, code: 'BadArgument' });
  });

  test('is refused in another tenant', async () => {
    await expect(createChat(hanako.id, adele.id)).rejects.toMatchObject({ statusCode: 403 });
  });

  test('is a new post where it names the channel', async () => {
    const body = { isGroup: true, channelData: { channel: { id: channelId } }, activity: text('a case') };
    const created = z
      .object({ status: z.literal(201), body: z.object({ id: z.string(), activityId: z.string() }) })
      .parse(await call('POST', '/v3/conversations', body));
    expect(created.body.id).toBe(`${channelId};messageid=${created.body.activityId}`);
  });
});

describe('a message from the bot', () => {
  const send = async (words = 'first') => {
    const seat = await takeSeat(scene, hanako);
    const { id } = await scene.connector.conversations.sendToConversation(seat.conversationId, text(words));
    return { seat, id, conversationId: seat.conversationId };
  };

  test('is seen by the person', async () => {
    const { seat } = await send();
    expect(await seat.messages()).toMatchObject([{ text: 'first', edited: false, deleted: false }]);
  });

  test('shows its new words after an edit, and that it was edited', async () => {
    const { seat, id, conversationId } = await send();
    await scene.connector.conversations.updateActivity(conversationId, id, text('second'));
    expect(await seat.messages()).toMatchObject([{ id, text: 'second', edited: true }]);
  });

  test('keeps its place and loses its words when it is deleted', async () => {
    const { seat, id, conversationId } = await send();
    await scene.connector.conversations.deleteActivity(conversationId, id);
    const [message] = await seat.messages();
    expect(message).toMatchObject({ id, deleted: true });
    expect(message).not.toHaveProperty('text');
  });

  test('cannot be edited after it was deleted', async () => {
    const { id, conversationId } = await send();
    await scene.connector.conversations.deleteActivity(conversationId, id);
    const edit = scene.connector.conversations.updateActivity(conversationId, id, text('x'));
    await expect(edit).rejects.toMatchObject({ statusCode: 404, code: 'ActivityNotFoundInConversation' });
  });

  test("is not a person's: those it cannot edit", async () => {
    const { seat, conversationId } = await send();
    await seat.write('mine');
    const mine = (await seat.messages()).find((message) => message.text === 'mine');
    const edit = scene.connector.conversations.updateActivity(conversationId, mine?.id ?? '', text('yours'));
    await expect(edit).rejects.toMatchObject({ statusCode: 403 });
  });

  test('is refused in a conversation that does not exist', async () => {
    const sending = scene.connector.conversations.sendToConversation('a:1unknown', text('x'));
    await expect(sending).rejects.toMatchObject({ statusCode: 404, code: 'ConversationNotFound' });
  });

  test('is refused in a thread that does not exist', async () => {
    const sending = scene.connector.conversations.sendToConversation(`${channelId};messageid=1`, text('x'));
    await expect(sending).rejects.toMatchObject({ statusCode: 404 });
  });

  test('is refused above 100 KB, counted as UTF-16', async () => {
    const { conversationId } = await takeSeat(scene, hanako);
    const big = scene.connector.conversations.sendToConversation(conversationId, text('あ'.repeat(51_200)));
    await expect(big).rejects.toMatchObject({ statusCode: 413, code: 'MessageSizeTooBig' });
  });

  test('leaves no message where it only says that the bot is typing', async () => {
    const seat = await takeSeat(scene, hanako);
    const line = await seat.look();
    await scene.connector.conversations.sendToConversation(seat.conversationId, { type: 'typing' });
    await line.next('typing');
    await line.close();
    expect(await seat.messages()).toEqual([]);
  });

  test('is kept for whoever wants to search what was sent', async () => {
    await send('a word to find');
    const { body } = await ask(`${scene.teams.url}/sandbox/sent`);
    expect(JSON.stringify(body)).toContain('a word to find');
  });

  test('fails as often as a test ordered, and then no more', async () => {
    const { seat, id, conversationId } = await send();
    await ask(`${scene.teams.url}/sandbox/faults`, { method: 'PUT', status: 403, times: 1 });
    const edit = () => scene.connector.conversations.updateActivity(conversationId, id, text('second'));
    await expect(edit()).rejects.toMatchObject({ statusCode: 403 });
    await edit();
    expect(await seat.messages()).toMatchObject([{ text: 'second' }]);
  });
});

describe('the roster', () => {
  test('of a chat is its one person', async () => {
    const { conversationId, userId } = await takeSeat(scene, hanako);
    const members = await scene.connector.conversations.getConversationMembers(conversationId);
    expect([...members]).toMatchObject([
      { id: userId, name: hanako.name, aadObjectId: hanako.id, userPrincipalName: hanako.upn, tenantId },
    ]);
  });

  test('of the channel is the staff', async () => {
    const page = await scene.connector.conversations.getConversationPagedMembers(channelId);
    expect(page.members.map(({ name }) => name)).toEqual([adele.name, kenji.name]);
  });

  test('finds a member by object id', async () => {
    const member = await scene.connector.conversations.getConversationMember(channelId, adele.id);
    expect(member).toMatchObject({ name: adele.name, email: adele.upn });
  });

  test('does not find somebody who is not a member', async () => {
    const asking = scene.connector.conversations.getConversationMember(channelId, hanako.id);
    await expect(asking).rejects.toMatchObject({ statusCode: 404, code: 'MemberNotFoundInConversation' });
  });

  test('knows the team of the channel and its channels', async () => {
    const channel = await takeSeat(scene, adele, 'channel');
    await channel.write('hello', { mention: true });
    const { channelData } = z
      .looseObject({ channelData: z.object({ team: z.object({ id: z.string() }) }).loose() })
      .parse(scene.received.at(-1)?.activity);
    const teamId = channelData.team.id;
    const { body } = await call('GET', `/v3/teams/${encodeURIComponent(teamId)}/conversations`);
    expect(body).toEqual({ conversations: [{ id: teamId }, { id: channelId, name: 'helpdesk' }] });
  });
});

describe('a web page from elsewhere', () => {
  test('gets nothing from the sandbox', async () => {
    const response = await fetch(`${scene.teams.url}/sandbox/people`, {
      headers: { origin: 'https://elsewhere.example' },
    });
    expect(response.status).toBe(403);
  });
});

test('a card is sent as the SDK sends it', async () => {
  const seat = await takeSeat(scene, hanako);
  const card = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: '${x}' }] };
  await scene.connector.conversations.sendToConversation(seat.conversationId, cardMessage(card));
  expect((await seat.messages())[0]?.cards).toEqual([card]);
});
