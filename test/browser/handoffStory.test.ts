import path from 'node:path';
import type { Browser } from 'playwright-core';
import { startSandbox, type Sandbox } from '../scenarios/sandbox';
import { openChatPage, type ChatPage } from './chatPage';
import { browserTestsRun } from './inBrowser';
import { openBrowser } from './openBrowser';

/** Pictures for the README, made only when asked for: a test leaves the tree as it was. */
const pictures = process.env['MONBAN_PICTURES'];
const seconds = 1000;

const inBrowser = browserTestsRun('the story of a hand-over') ? describe : describe.skip;

inBrowser('a person takes over, in a browser', () => {
  let sandbox: Sandbox;
  let browser: Browser;
  beforeAll(async () => {
    sandbox = await startSandbox();
    browser = await openBrowser();
  }, 60 * seconds);
  afterAll(async () => {
    await browser.close();
    await sandbox.close();
  });

  test(
    'asked for, claimed, three messages each way, handed back, claimed again, resolved; closed on proof',
    async () => {
      const chat = await openChatPage(browser, sandbox.standIns.chatUrl, {
        employee: 'hanako.sato@hanamachi.example',
        channel: 'yu.shimizu@hanamachi.example',
        lang: 'ja',
        width: 1560,
        height: 1000,
      });
      await chat.send('employee', '機種変更をしたらコードが届きません。');
      await chat.lastCard('employee').getByRole('button').first().waitFor();
      await chat.send('employee', '担当者と話したい');
      await chat.waitForText('channel', /引き継ぎ：案件 C-\w{4}/u);
      await chat.waitForText('employee', /担当者に伝わりました（案件 C-\w{4}）/u);
      await picture(chat, 'handoff-asked');

      await chat.press('channel', '引き受ける');
      await chat.waitForText('employee', /清水 優 さんが担当します/u);
      await talk(chat, [
        ['employee', '会議の前にメールを見たいです'],
        ['staff', 'こんにちは、清水です。新しいスマホは手元にありますか'],
        ['employee', 'はい、あります'],
        ['staff', 'Authenticator は入れましたか'],
        ['employee', '入れましたが、アカウントがありません'],
        ['staff', 'わかりました。門番の案内で登録をやり直しましょう'],
      ]);
      await picture(chat, 'handoff-talk');
      const spoken = await botWords(chat);
      expect(spoken.at(-1)).toBe('清水 優：わかりました。門番の案内で登録をやり直しましょう');

      await chat.press('channel', '門番に戻す');
      await chat.waitForText('employee', /門番の案内に戻りました/u);
      await chat.send('employee', 'ありがとうございます');
      await chat.waitForText('employee', /どういたしまして/u);

      await chat.press('channel', '引き受ける');
      await chat.waitForText('employee', /清水 優 さんが担当します/u);
      await chat.press('channel', '解決済みにする');
      await chat.waitForText('employee', /解決済みにしました/u);
      await chat.waitForText('channel', /解決済み（組織の情報で確認中） · 清水 優/u);
      await picture(chat, 'handoff-resolved');

      await chat.waitForText('employee', /パスキー（できないときは認証アプリ）を登録する/u);
      await chat.pane('employee').getByRole('button', { name: '方法を登録' }).click();
      await chat
        .pane('employee')
        .locator('.methods')
        .getByText(/パスキー/u)
        .waitFor();
      await chat.send('employee', '登録しました');
      await chat.waitForText('employee', /案件 C-\w{4} は終了です/u);
      await chat.waitForText('channel', /終了 · 清水 優/u);
      await picture(chat, 'handoff-closed');
      expect(chat.complaints()).toEqual([]);
      await chat.close();
    },
    120 * seconds,
  );
});

/** One after the other, each seen on the other side before the next is written. */
async function talk(
  chat: ChatPage,
  lines: readonly (readonly ['employee' | 'staff', string])[],
): Promise<void> {
  for (const [who, text] of lines) {
    if (who === 'employee') {
      await chat.send('employee', text);
      await chat.waitForText('channel', `佐藤 花子：${text}`);
    } else {
      await chat.pane('channel').locator('.post-reply').last().click();
      await chat.send('channel', text);
      await chat.waitForText('employee', `清水 優：${text}`);
    }
  }
}

/** What the bot has written in the employee's chat. */
function botWords(chat: ChatPage): Promise<string[]> {
  return chat.pane('employee').locator('.is-bot-message .bubble').allInnerTexts();
}

async function picture(chat: ChatPage, name: string): Promise<void> {
  if (pictures !== undefined) await chat.screenshot(path.join(pictures, `${name}.png`));
}
