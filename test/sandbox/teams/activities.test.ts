import { takeSeat } from './chatSeat';
import {
  adele,
  botAppId,
  cardMessage,
  channelId,
  hanako,
  type Scene,
  startScene,
  tenantId,
} from './scriptedBot';

const noon = Date.UTC(2026, 4, 1, 3, 0, 0);
let scene: Scene;

beforeEach(async () => {
  scene = await startScene({ clock: () => noon });
});
afterEach(() => scene.close());

const last = () => scene.received.at(-1)?.activity;

describe('a message in a personal chat', () => {
  test('reaches the bot as Teams sends it', async () => {
    const seat = await takeSeat(scene, hanako);
    await seat.write('コードが届きません');
    expect(last()).toEqual({
      type: 'message',
      id: String(noon),
      channelId: 'msteams',
      serviceUrl: scene.teams.url,
      timestamp: '2026-05-01T03:00:00.000Z',
      localTimestamp: '2026-05-01T12:00:00.000+09:00',
      localTimezone: 'Asia/Tokyo',
      locale: 'ja-JP',
      textFormat: 'plain',
      text: 'コードが届きません',
      from: { id: seat.userId, name: hanako.name, aadObjectId: hanako.id },
      recipient: { id: `28:${botAppId}`, name: 'Monban' },
      conversation: { conversationType: 'personal', tenantId, id: seat.conversationId },
      channelData: { tenant: { id: tenantId } },
      entities: [
        { type: 'clientInfo', locale: 'ja-JP', country: 'JP', platform: 'Web', timezone: 'Asia/Tokyo' },
      ],
    });
  });

  test('shows that the app cannot be reached where the bot refuses it', async () => {
    scene.play(() => ({ status: 500 }));
    const seat = await takeSeat(scene, hanako);
    await seat.write('hello');
    expect((await seat.messages()).at(-1)?.note).toEqual({ kind: 'app-unreachable' });
  });

  test('cannot be written by somebody else', async () => {
    const seat = await takeSeat(scene, hanako);
    const stranger = { ...hanako, id: adele.id };
    const url = `${scene.teams.url}/sandbox/conversations/${encodeURIComponent(seat.conversationId)}/messages`;
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ as: stranger.id, text: 'x' }),
    });
    expect(response.status).toBe(403);
  });
});

describe('the staff channel', () => {
  test('sends the bot only what mentions it', async () => {
    const seat = await takeSeat(scene, adele, 'channel');
    await seat.write('lunch?');
    await seat.write('open cases', { mention: true });
    expect(scene.received.map(({ activity }) => activity.text)).toEqual(['<at>Monban</at> open cases']);
  });

  test('names the thread, the channel and the mention', async () => {
    const seat = await takeSeat(scene, adele, 'channel');
    await seat.write('open cases', { mention: true });
    expect(last()).toMatchObject({
      locale: 'en-US',
      conversation: { conversationType: 'channel', isGroup: true, id: `${channelId};messageid=${noon}` },
      channelData: { channel: { id: channelId }, tenant: { id: tenantId } },
      entities: [{ type: 'mention', text: '<at>Monban</at>', mentioned: { id: `28:${botAppId}` } }, {}],
    });
  });

  test("keeps the bot's answer in the thread", async () => {
    scene.play(async (activity, { conversations }) => {
      await conversations.replyToActivity(activity.conversation.id, activity.id, {
        type: 'message',
        text: 'two',
      });
      return undefined;
    });
    const seat = await takeSeat(scene, adele, 'channel');
    await seat.write('open cases', { mention: true });
    const [post, reply] = await seat.messages();
    expect(reply?.rootId).toBe(post?.id);
  });

  test('is closed to people who are not staff', async () => {
    const seat = await takeSeat(scene, hanako, 'channel');
    expect(await seat.write('hello', { mention: true })).toHaveProperty('error');
  });
});

describe('a card action', () => {
  const card = { type: 'AdaptiveCard', version: '1.5', body: [] };
  const sendCard = async () => {
    const seat = await takeSeat(scene, hanako);
    const { id } = await scene.connector.conversations.sendToConversation(
      seat.conversationId,
      cardMessage(card),
    );
    return { seat, id };
  };

  test('of Action.Execute is an invoke with what was pressed', async () => {
    const { seat, id } = await sendCard();
    const action = {
      type: 'Action.Execute',
      id: 'yes',
      verb: 'triage/answer',
      data: { finding: 'f', value: 'a,b' },
    };
    await seat.press(id, action);
    expect(last()).toMatchObject({
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: id,
      value: { action, trigger: 'manual' },
      channelData: { source: { name: 'message' }, legacy: { replyToId: id }, tenant: { id: tenantId } },
    });
  });

  test('of Action.Submit is a message that has a value and no text', async () => {
    const { seat, id } = await sendCard();
    await seat.press(id, { type: 'Action.Submit', data: { answer: 1 } });
    expect(last()).toMatchObject({ type: 'message', replyToId: id, value: { answer: 1 } });
    expect(last()).not.toHaveProperty('text');
  });
});

describe('somebody who opens their chat for the first time', () => {
  test('makes Teams tell the bot that it was installed', async () => {
    const line = await (await takeSeat(scene, hanako)).look();
    while (scene.received.length < 2) await new Promise(setImmediate);
    await line.close();
    expect(scene.received.map(({ activity }) => activity)).toMatchObject([
      { type: 'installationUpdate', action: 'add', from: { aadObjectId: hanako.id } },
      { type: 'conversationUpdate', membersAdded: [{ id: `28:${botAppId}` }] },
    ]);
  });
});
