import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { describeMethods } from '../../src/sandbox/tenant/describePeople';
import { personId } from '../../src/sandbox/tenant/tenantIds';
import { startSandbox, type Sandbox } from '../scenarios/sandbox';
import { openChatPage, type ChatPage } from './chatPage';
import { confirmBySigningIn } from './confirmBySigningIn';
import { browserTestsRun } from './inBrowser';
import { openBrowser } from './openBrowser';

/** Pictures for the README, made only when asked for: a test leaves the tree as it was. */
const pictures = process.env['MONBAN_PICTURES'];
const seconds = 1000;

const grace = 'grace.taylor@hanamachi.example';

const inBrowser = browserTestsRun('the story of a privileged person') ? describe : describe.skip;

inBrowser('a privileged person, in a browser', () => {
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
    'a colleague asks, staff prove, one is not allowed, two approve and sign in; then it is done, in a name',
    async () => {
      const chat = await openChatPage(browser, sandbox.standIns.chatUrl, {
        employee: 'emma.wilson@hanamachi.example',
        admin: 'satoshi.kimura@hanamachi.example',
        channel: 'yu.shimizu@hanamachi.example',
        lang: 'ja',
        width: 1560,
        height: 1000,
      });
      await meet(chat, ['木村 聡', '石川 真', '林 恵子']);

      await chat.send('employee', `reset for ${grace}`);
      await chat.waitForText('employee', /has been received/u);
      const card = chat.pane('channel').locator('.card').last();
      await card.getByRole('button', { name: '本人確認を記録する' }).waitFor();
      await card.getByRole('combobox').selectOption('call-back');
      await card.getByRole('button', { name: '本人確認を記録する' }).click();
      await chat.waitForText('channel', /確認者/u);

      await chat.choosePerson('admin', '木村 聡');
      await giveReason(chat);
      await chat.waitForText('admin', /ロール/u);
      expect(await chat.pane('admin').getByRole('link').count()).toBe(0);
      await picture(chat.page, 'privileged-refused');

      await chat.choosePerson('admin', '林 恵子');
      await giveReason(chat);
      await chat.lastCard('admin').getByRole('link').waitFor();
      await picture(chat.page, 'confirm-link');
      await confirm(chat, '林 恵子', '承認を受け付けました', (page) => picture(page, 'confirm-page'));
      expect(changes(sandbox)).toEqual([]);

      await chat.choosePerson('admin', '石川 真');
      await giveReason(chat);
      await confirm(chat, '石川 真', '承認しました');
      await chat.waitForText('channel', /完了/u);
      // The approver's own card, too: it was the link to the sign-in, then what is being done, and is now the result.
      await chat
        .pane('admin')
        .locator('.card')
        .getByText(/申請 R-\w{4}：完了/u)
        .first()
        .waitFor();
      await picture(chat.page, 'privileged-done');

      expect(new Set(changes(sandbox))).toEqual(new Set([personId(26)]));
      const account = sandbox.standIns.tenant.find(grace);
      if (account === undefined) throw new Error('the person is not in the tenant');
      expect(describeMethods(account).methods.map(({ kind }) => kind)).toEqual(['password', 'fido2']);
      expect(chat.complaints()).toEqual([]);
      await chat.close();
    },
    120 * seconds,
  );
});

type Look = (page: Page) => Promise<void>;

/** Each opens their chat once, so that the bot can write to them. */
async function meet(chat: ChatPage, names: readonly string[]): Promise<void> {
  for (const name of names) {
    await chat.choosePerson('admin', name);
    await chat.waitForText('admin', /門番|Monban/u);
  }
}

async function giveReason(chat: ChatPage): Promise<void> {
  const card = chat.lastCard('admin');
  // The card as it is since the proof was written down.
  await card.getByText(/確認者/u).waitFor();
  await card.getByRole('textbox', { name: /理由/u }).fill('登録番号に折り返し、本人と確認済みです。');
  await card.getByRole('button', { name: '承認する' }).click();
}

async function confirm(chat: ChatPage, name: string, outcome: string, look?: Look): Promise<void> {
  const page = await confirmBySigningIn(chat, { name, language: 'ja', outcome, look });
  await picture(page, 'confirm-done');
  await page.close();
}

/** In whose name each change of Grace's account was made. */
function changes(sandbox: Sandbox): readonly (string | undefined)[] {
  return sandbox.standIns.graph
    .log()
    .filter(
      ({ method, path: called }) =>
        method !== 'GET' && called.includes(`/users/${personId(22)}/authentication/`),
    )
    .map(({ personId: name }) => name);
}

async function picture(page: Page, name: string): Promise<void> {
  if (pictures !== undefined) await page.screenshot({ path: path.join(pictures, `${name}.png`) });
}
