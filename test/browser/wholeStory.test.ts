import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { describeMethods } from '../../src/sandbox/tenant/describePeople';
import { startOtlpReceiver, type OtlpReceiver } from '../scenarios/otlpReceiver';
import { canary, startSandbox, type Sandbox } from '../scenarios/sandbox';
import { openChatPage, type ChatPage } from './chatPage';
import { confirmBySigningIn } from './confirmBySigningIn';
import { browserTestsRun } from './inBrowser';
import { openBrowser } from './openBrowser';

/** Pictures for the README, made only when asked for: a test leaves the tree as it was. */
const pictures = process.env['MONBAN_PICTURES'];
const seconds = 1000;

const inBrowser = browserTestsRun('the whole story') ? describe : describe.skip;

inBrowser('the whole story in a browser', () => {
  let sandbox: Sandbox;
  let browser: Browser;
  let collector: OtlpReceiver;
  beforeAll(async () => {
    collector = await startOtlpReceiver();
    sandbox = await startSandbox({ MONBAN_OTLP_URL: collector.url });
    browser = await openBrowser();
  }, 60 * seconds);
  afterAll(async () => {
    await browser.close();
    await sandbox.close();
    collector.close();
  });

  const picture = async (chat: ChatPage, name: string): Promise<void> => {
    if (pictures !== undefined) await chat.screenshot(path.join(pictures, `${name}.png`));
  };

  test(
    'a new phone: the employee asks in Japanese, the admin approves, the tenant registers anew',
    async () => {
      const chat = await openChatPage(browser, sandbox.standIns.chatUrl, {
        employee: 'hanako.sato@hanamachi.example',
        admin: 'satoshi.kimura@hanamachi.example',
        lang: 'ja',
        width: 1560,
        height: 1000,
      });
      await chat.send('employee', '機種変更をしたらコードが届きません。前のスマホは下取りに出しました。');
      await answerUntil(chat, '登録のやり直しを依頼する', 'いいえ');
      await chat.press('employee', '登録のやり直しを依頼する');
      await chat.waitForText('employee', /申請 R-\w{4}（多要素認証の再登録）を受け付けました/u);
      await chat.waitForText('admin', /承認をお願いします/u);
      await picture(chat, 'sandbox-ja');

      await approve(chat, '折り返し電話で、ご本人と確認しました。', '承認する');
      const confirmed = { name: '木村 聡', language: 'ja', outcome: '承認しました' } as const;
      await (await confirmBySigningIn(chat, confirmed)).close();
      await chat.waitForText('employee', /が完了しました/u);
      await chat.waitForText('channel', /完了/u);
      await chat
        .pane('admin')
        .locator('.card')
        .getByText(/申請 R-\w{4}：完了/u)
        .first()
        .waitFor();
      await picture(chat, 'reset-done-ja');

      const account = sandbox.standIns.tenant.find('hanako.sato@hanamachi.example');
      if (account === undefined) throw new Error('the person is not in the tenant');
      const left = describeMethods(account);
      expect(left.methods.map(({ kind }) => kind)).toEqual(['password']);
      expect(left.passwordChanged).toBe(false);
      expect(removals(sandbox).at(-1)).toBe('microsoftAuthenticatorMethods');
      expect(chat.complaints()).toEqual([]);
      await chat.close();
    },
    120 * seconds,
  );

  test('a collector sees that case from the first message to the executed remedy as one trace', async () => {
    const job = await collector.spanCalled('job run-remedy');
    const inTrace = collector.spans.filter(({ traceId }) => traceId === job.traceId);
    const names = inTrace.map(({ name }) => name);
    expect(names.filter((name) => name === 'triage').length).toBeGreaterThan(1);
    expect(names).toEqual(expect.arrayContaining(['decide', 'job post-request-cards', 'job tell-person']));
    // Pressed, then decided once it was confirmed by signing in.
    const decisions = inTrace.filter(({ name }) => name === 'decide').map(({ spanId }) => spanId);
    expect(decisions).toContain(job.parentSpanId);
    const removal = 'graph DELETE /users/{id}/authentication/microsoftAuthenticatorMethods/{id}';
    expect(inTrace.find(({ name }) => name === removal)?.parentSpanId).toBe(job.spanId);
  });

  test('no person, no word and no number of theirs is in what the collector got', () => {
    const personal = ['hanako', '佐藤', '機種変更', '折り返し電話で', canary];
    expect(personal.filter((text) => collector.received().includes(text))).toEqual([]);
  });

  test(
    'a lost phone: the employee asks in English, the admin approves a pass and sees it once',
    async () => {
      const chat = await openChatPage(browser, sandbox.standIns.chatUrl, {
        employee: 'emma.wilson@hanamachi.example',
        admin: 'grace.taylor@hanamachi.example',
        lang: 'en',
        width: 1560,
        height: 1000,
      });
      await chat.send('employee', 'I lost my phone on the train and cannot sign in');
      await answerUntil(chat, 'Ask for a Temporary Access Pass', 'No');
      await chat.press('employee', 'Ask for a Temporary Access Pass');
      await chat.waitForText('admin', /Approval needed|approve/iu);
      await picture(chat, 'sandbox-en');
      if (pictures !== undefined) {
        await chat.lastCard('admin').screenshot({ path: path.join(pictures, 'approval.png') });
      }
      await approve(chat, 'Called back at the number on file.', /^Approve/u);
      const confirmed = { name: 'Grace Taylor', language: 'en', outcome: 'Approved' } as const;
      const page = await confirmBySigningIn(chat, confirmed);
      await page.getByRole('button', { name: 'Show the pass' }).waitFor();
      expect(await page.content()).not.toContain(canary);
      await page.getByRole('button', { name: 'Show the pass' }).click();
      await page.getByText(canary).first().waitFor();
      if (pictures !== undefined) await page.screenshot({ path: path.join(pictures, 'pass-page.png') });
      await page.goto(page.url());
      expect(await page.content()).not.toContain(canary);
      await chat.waitForText('employee', /reads the Temporary Access Pass to you/u);

      expect(await chat.page.content()).not.toContain(canary);
      expect(filesWith(sandbox.folder, canary)).toEqual([]);
      await chat.close();
    },
    120 * seconds,
  );

  test('what was counted is sent at the latest when Monban stops', async () => {
    await sandbox.bot.stop();
    expect([...collector.metrics].sort()).toEqual(
      expect.arrayContaining([
        'monban.cases.diagnosed',
        'monban.graph.answers',
        'monban.requests.opened',
        'monban.requests.waited',
      ]),
    );
  });
});

/** Answers every question the same way until the diagnosis card offers what is wanted. */
async function answerUntil(chat: ChatPage, wanted: string, answer: string): Promise<void> {
  for (let cards = 0; cards < 7; cards++) {
    const card = chat.lastCard('employee');
    await card.getByRole('button').first().waitFor();
    if ((await card.getByRole('button', { name: wanted }).count()) > 0) return;
    const shown = await chat.pane('employee').locator('.card').count();
    const send = card.getByRole('button', { name: /^(Send|送信)$/u });
    if ((await send.count()) > 0) {
      for (const choice of await card.getByText(answer, { exact: true }).all()) await choice.click();
      await send.click();
    } else {
      await card.getByRole('button', { name: answer, exact: true }).click();
    }
    // The answered card stays, without its buttons; the next one comes below it.
    await chat.pane('employee').locator('.card').nth(shown).waitFor();
  }
  throw new Error(`no card offered: ${wanted}`);
}

async function approve(chat: ChatPage, reason: string, button: string | RegExp): Promise<void> {
  const card = chat.lastCard('admin');
  // What the person reads out on the telephone from their own chat.
  const said = await chat.pane('employee').locator('.log').innerText();
  const phrase = /(?:合い言葉は「|Your phrase is ")([^」"]+)/u.exec(said)?.[1] ?? '';
  await card.getByRole('combobox').selectOption('call-back');
  await card.getByRole('textbox', { name: /^(合い言葉|Phrase)/u }).fill(phrase);
  await card.getByRole('textbox', { name: /理由|reason/u }).fill(reason);
  await card.getByRole('button', { name: button }).click();
}

/** The kinds of method that were removed, in the order of the calls. */
function removals(sandbox: Sandbox): readonly string[] {
  return sandbox.standIns.graph
    .log()
    .filter(({ method, status }) => method === 'DELETE' && status === 204)
    .map(({ path: called }) => called.split('/').at(-2) ?? '');
}

function filesWith(folder: string, secret: string): readonly string[] {
  const forms = [secret, Buffer.from(secret).toString('base64').replace(/=+$/u, '').slice(0, 7)];
  return readdirSync(folder).filter((file) => {
    const content = readFileSync(path.join(folder, file), 'latin1');
    return forms.some((form) => content.includes(form));
  });
}
