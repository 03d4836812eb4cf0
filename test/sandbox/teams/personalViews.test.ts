import { type LiveLine, takeSeat, type Seat } from './chatSeat';
import {
  adele,
  type BotAnswer,
  cardAnswer,
  cardMessage,
  channelId,
  kenji,
  type Scene,
  startScene,
} from './scriptedBot';

const card = (text: string, more: object = {}) => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text }],
  ...more,
});
const refresh = (userIds?: readonly string[]) => ({
  refresh: {
    action: { type: 'Action.Execute', verb: 'request/view', data: { token: 't' } },
    ...(userIds === undefined ? {} : { userIds }),
  },
});
const press = { type: 'Action.Execute', verb: 'request/approve', data: { token: 't' } };

let now = Date.UTC(2026, 4, 1);
let scene: Scene;
let adeles: Seat;
let kenjis: Seat;
let lines: LiveLine[] = [];

beforeEach(async () => {
  scene = await startScene({ clock: () => now });
  adeles = await takeSeat(scene, adele, 'channel');
  kenjis = await takeSeat(scene, kenji, 'channel');
  lines = [];
});
afterEach(async () => {
  await Promise.all(lines.map((line) => line.close()));
  await scene.close();
});

const lookAs = async (seat: Seat) => {
  const line = await seat.look();
  lines.push(line);
  return line;
};
const post = async (content: object) =>
  (await scene.connector.conversations.sendToConversation(channelId, cardMessage(content))).id;
const edit = (id: string, content: object) =>
  scene.connector.conversations.updateActivity(channelId, id, cardMessage(content));
const seenBy = async (seat: Seat) => (await seat.messages()).at(-1)?.cards.at(0)?.body;
const shows = (text: string) => [{ type: 'TextBlock', text }];
const invokes = () => scene.received.map(({ activity }) => activity).filter(({ type }) => type === 'invoke');
const answerInvokesWith = (answer: BotAnswer) => {
  scene.play((activity) => (activity.type === 'invoke' ? answer : undefined));
};

describe('a card with a view of its own for one person', () => {
  test('shows it to that person only', async () => {
    answerInvokesWith(cardAnswer(card('for Adele')));
    const line = await lookAs(adeles);
    await lookAs(kenjis);
    await post(card('for all', refresh([adeles.userId])));
    await line.next('changed');
    await line.next('changed');
    expect(await seenBy(adeles)).toEqual(shows('for Adele'));
    expect(await seenBy(kenjis)).toEqual(shows('for all'));
  });

  test('asks the bot for it without a press', async () => {
    answerInvokesWith(cardAnswer(card('for Adele')));
    const line = await lookAs(adeles);
    await post(card('for all', refresh([adeles.userId])));
    await line.next('changed');
    await line.next('changed');
    expect(invokes()).toMatchObject([
      {
        name: 'adaptiveCard/action',
        from: { aadObjectId: adele.id },
        value: { trigger: 'automatic', action: refresh().refresh.action },
      },
    ]);
  });

  test('asks for nobody who is not looking', async () => {
    await post(card('for all', refresh([adeles.userId])));
    await adeles.write('a turn later', { mention: true });
    expect(invokes()).toEqual([]);
  });

  test('asks for nobody where its list is empty, except by hand', async () => {
    answerInvokesWith(cardAnswer(card('for Adele')));
    await lookAs(adeles);
    const id = await post(card('for all', refresh([])));
    await adeles.refresh(id);
    expect(invokes()).toMatchObject([{ value: { trigger: 'manual' } }]);
  });

  test('asks again for somebody who comes back only after a minute', async () => {
    answerInvokesWith(cardAnswer(card('for Adele', refresh([adeles.userId]))));
    const id = await post(card('for all', refresh([adeles.userId])));
    await adeles.refresh(id);
    now += 59_000;
    await (await adeles.look()).close();
    await adeles.write('a turn later', { mention: true });
    expect(invokes()).toHaveLength(1);
    now += 1_000;
    const line = await lookAs(adeles);
    await line.next('changed');
    expect(invokes()).toHaveLength(2);
  });

  test('shows everybody the same again after an edit', async () => {
    answerInvokesWith(cardAnswer(card('for Adele')));
    const id = await post(card('for all', refresh([])));
    await adeles.refresh(id);
    await edit(id, card('decided'));
    expect(await seenBy(adeles)).toEqual(shows('decided'));
  });

  test('keeps what is shown where the bot fails', async () => {
    answerInvokesWith({ status: 500 });
    const id = await post(card('for all', refresh([])));
    await adeles.refresh(id);
    expect(await seenBy(adeles)).toEqual(shows('for all'));
  });
});

describe("the bot's answer to a press", () => {
  test('replaces the card for the one who pressed', async () => {
    answerInvokesWith(cardAnswer(card('you approved')));
    const id = await post(card('waiting'));
    await adeles.press(id, press);
    expect(await seenBy(adeles)).toEqual(shows('you approved'));
    expect(await seenBy(kenjis)).toEqual(shows('waiting'));
  });

  test('stays where the bot edits the card for everybody during the press', async () => {
    scene.play(async (activity) => {
      if (activity.type !== 'invoke') return undefined;
      await edit(activity.replyToId ?? '', card('decided'));
      return cardAnswer(card('you approved'));
    });
    const id = await post(card('waiting'));
    await adeles.press(id, press);
    expect(await seenBy(adeles)).toEqual(shows('you approved'));
    expect(await seenBy(kenjis)).toEqual(shows('decided'));
  });

  test.each([
    [
      'words',
      {
        status: 200,
        body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Too late.' },
      },
      { kind: 'message', text: 'Too late.' },
    ],
    [
      'an error',
      {
        status: 200,
        body: {
          statusCode: 400,
          type: 'application/vnd.microsoft.error',
          value: { code: 'x', message: 'y' },
        },
      },
      { kind: 'went-wrong' },
    ],
    [
      'a card of a wrong type',
      { status: 200, body: { statusCode: 200, type: 'card', value: card('x') } },
      { kind: 'went-wrong' },
    ],
    ['nothing', { status: 200 }, { kind: 'went-wrong' }],
    ['a status of 501', { status: 501 }, { kind: 'app-unreachable' }],
  ])('that is %s stands under the card', async (_what, answer, note) => {
    answerInvokesWith(answer);
    const id = await post(card('waiting'));
    await adeles.press(id, press);
    expect((await adeles.messages()).at(-1)).toMatchObject({ note, cards: [card('waiting')] });
  });
});

describe('a dialog', () => {
  const open = { type: 'Action.Submit', data: { msteams: { type: 'task/fetch' }, token: 't' } };

  test('is what the bot answers to task/fetch', async () => {
    const content = { contentType: 'application/vnd.microsoft.card.adaptive', content: card('why?') };
    const value = { title: 'Deny', height: 'small', width: 'small', card: content };
    answerInvokesWith({ status: 200, body: { task: { type: 'continue', value } } });
    const answer = await adeles.press(await post(card('waiting')), open);
    expect(answer).toEqual({ dialog: { kind: 'card', title: 'Deny', card: card('why?') } });
  });

  test('sends what was filled in as task/submit', async () => {
    const id = await post(card('waiting'));
    const answer = await adeles.submitDialog(id, { token: 't', reason: 'moved' });
    expect(invokes()).toMatchObject([
      {
        name: 'task/submit',
        value: { data: { token: 't', reason: 'moved' }, context: { theme: 'default' } },
      },
    ]);
    expect(answer).toEqual({ dialog: { kind: 'closed' } });
  });
});
