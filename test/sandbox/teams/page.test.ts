import type { Browser } from 'playwright-core';
import { type ChatPage, openChatPage } from '../../browser/chatPage';
import { browserTestsRun } from '../../browser/inBrowser';
import { openBrowser } from '../../browser/openBrowser';
import {
  adele,
  cardAnswer,
  cardMessage,
  channelId,
  hanako,
  kenji,
  type Scene,
  startScene,
} from './scriptedBot';

/** Skipped, and so said by Jest, on a machine without a browser. */
const inBrowser = browserTestsRun('the chat page') ? describe : describe.skip;

const question = {
  type: 'AdaptiveCard',
  version: '1.5',
  lang: 'ja',
  body: [
    { type: 'TextBlock', text: '電話を**新しく**しましたか?', wrap: true },
    {
      type: 'Input.ChoiceSet',
      id: 'value',
      label: '答え',
      style: 'expanded',
      isRequired: true,
      errorMessage: '一つ選んでください',
      choices: [
        { title: 'はい', value: 'true' },
        { title: 'いいえ', value: 'false' },
      ],
    },
  ],
  actions: [
    { type: 'Action.Execute', title: '答える', verb: 'triage/answer', data: { finding: 'phone.new' } },
    { type: 'Action.Execute', title: 'わからない', verb: 'triage/skip', associatedInputs: 'none' },
  ],
};
const say = (text: string) => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text, wrap: true }],
});

inBrowser('the chat page', () => {
  let browser: Browser;
  let scene: Scene;
  let chat: ChatPage;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    scene = await startScene({
      methodsOf: (id) =>
        Promise.resolve([{ kind: 'phone', label: id === hanako.id ? '••••1234' : '••••9999' }]),
    });
    scene.play(async (activity, { conversations }) => {
      const { id } = activity.conversation;
      if (activity.type === 'message') await conversations.sendToConversation(id, cardMessage(question));
      return activity.type === 'invoke' ? cardAnswer(say('ありがとうございます。')) : undefined;
    });
    chat = await openChatPage(browser, scene.teams.url, {
      employee: hanako.upn,
      admin: adele.upn,
      lang: 'en',
    });
  });
  afterEach(async () => {
    const complaints = chat.complaints();
    await chat.close();
    await scene.close();
    expect(complaints).toEqual([]);
  });

  const invokes = () => scene.received.filter(({ activity }) => activity.type === 'invoke');
  const suggestion = () => chat.pane('employee').getByRole('button', { name: hanako.trouble });

  test('sends what is written and shows the card that comes back', async () => {
    await chat.send('employee', '電話を変えました');
    await chat.lastCard('employee').waitFor();
    expect(await chat.lastCardText('employee')).toContain('電話を新しくしましたか?');
  });

  test("sends the person's trouble with one press, once", async () => {
    await suggestion().click();
    await chat.lastCard('employee').waitFor();
    expect(await suggestion().count()).toBe(0);
    expect(scene.received.at(-1)?.activity.text).toBe(hanako.trouble);
  });

  test('lets the renderer check what is required before anything is sent', async () => {
    await chat.send('employee', 'x');
    await chat.press('employee', '答える');
    await chat.waitForText('employee', '一つ選んでください');
    expect(invokes()).toEqual([]);
  });

  test("sends an action's data with the inputs merged in, and replaces the card by the answer", async () => {
    await chat.send('employee', 'x');
    await chat.pane('employee').getByLabel('はい').check();
    await chat.press('employee', '答える');
    await chat.waitForText('employee', 'ありがとうございます。');
    const action = {
      type: 'Action.Execute',
      title: '答える',
      verb: 'triage/answer',
      data: { finding: 'phone.new', value: 'true' },
    };
    expect(invokes().map(({ activity }) => activity.value)).toEqual([{ action, trigger: 'manual' }]);
    expect(await chat.pane('employee').getByRole('button', { name: '答える' }).count()).toBe(0);
  });

  test('leaves the inputs out where an action has none', async () => {
    await chat.send('employee', 'x');
    await chat.press('employee', 'わからない');
    await chat.waitForText('employee', 'ありがとうございます。');
    expect(invokes()[0]?.activity.value).toMatchObject({ action: { verb: 'triage/skip', data: {} } });
  });

  test('keeps what is being typed into a card when another message comes', async () => {
    await chat.send('employee', 'x');
    await chat.pane('employee').getByLabel('いいえ').check();
    const { conversation } = scene.received.at(-1)?.activity ?? { conversation: { id: '' } };
    await scene.connector.conversations.sendToConversation(conversation.id, {
      type: 'message',
      text: 'more',
    });
    await chat.waitForText('employee', 'more');
    expect(await chat.pane('employee').getByLabel('いいえ').isChecked()).toBe(true);
  });

  test('shows each person their own chat, in their language', async () => {
    await chat.send('employee', 'x');
    await chat.choosePerson('employee', kenji.name);
    await chat.pane('employee').getByText('まだメッセージはありません。').waitFor();
    await chat.choosePerson('employee', adele.name);
    await chat.pane('employee').getByText('No messages yet.').waitFor();
    expect(await chat.pane('employee').getAttribute('lang')).toBe('en');
  });

  test("shows beside the chat the person's sign-in methods", async () => {
    await chat.pane('employee').locator('.methods').getByText('電話 ••••1234').waitFor();
    await chat.pane('admin').locator('.methods').getByText('Phone ••••9999').waitFor();
    expect(await chat.pane('channel').locator('.methods').isVisible()).toBe(false);
  });

  test('mentions the bot in the channel, unless one switches it off', async () => {
    await chat.send('channel', 'open cases');
    await chat.lastCard('channel').waitFor();
    await chat.pane('channel').getByRole('button', { name: 'Mention Monban' }).click();
    await chat.send('channel', 'lunch?');
    await chat.waitForText('channel', 'lunch?');
    const texts = scene.received.filter(({ activity }) => activity.type === 'message');
    expect(texts.map(({ activity }) => activity.text)).toEqual(['<at>Monban</at> open cases']);
  });

  test('answers in a thread', async () => {
    await chat.send('channel', 'open cases');
    await chat.pane('channel').getByRole('button', { name: 'Reply' }).click();
    await chat.send('channel', 'and now?');
    await chat.waitForText('channel', 'and now?');
    expect(await chat.pane('channel').locator('.post').count()).toBe(1);
  });

  test('shows an edit where the message stands', async () => {
    const { conversations } = scene.connector;
    const { id } = await conversations.sendToConversation(channelId, cardMessage(say('waiting')));
    await chat.waitForText('channel', 'waiting');
    await conversations.updateActivity(channelId, id, cardMessage(say('approved')));
    await chat.waitForText('channel', 'approved');
    expect(await chat.pane('channel').locator('.log').innerText()).toMatch(/Edited[^]*approved/);
  });

  test('speaks the other language and turns dark at a press', async () => {
    await chat.page.getByRole('button', { name: '日本語' }).click();
    await chat.page.getByRole('button', { name: 'ダーク' }).click();
    await chat.page.getByRole('heading', { name: '社員の Teams' }).waitFor();
    expect(await chat.page.locator('html').getAttribute('data-theme')).toBe('dark');
  });

  test('can be used with the keyboard alone', async () => {
    await chat.pane('employee').getByRole('textbox', { name: 'メッセージを入力' }).focus();
    await chat.page.keyboard.type('x');
    await chat.page.keyboard.press('Enter');
    await chat.lastCard('employee').getByLabel('はい').focus();
    await chat.page.keyboard.press('Space');
    await chat.page.keyboard.press('Tab');
    await chat.page.keyboard.press('Enter');
    await chat.waitForText('employee', 'ありがとうございます。');
    expect(await chat.page.evaluate('document.activeElement.className')).toContain('ac-adaptiveCard');
  });
});
