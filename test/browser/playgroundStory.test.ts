import path from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { describeMethods } from '../../src/sandbox/tenant/describePeople';
import { startSandbox, type Sandbox } from '../scenarios/sandbox';
import { browserTestsRun } from './inBrowser';
import { openBrowser } from './openBrowser';
import { playgroundTestsRun, startPlayground } from './playgroundProcess';
import { openPlaygroundWindow, type PlaygroundWindow } from './playgroundWindow';
import { signInAs } from './signInPage';

/** Pictures for the documentation, made only when asked for: a test leaves the tree as it was. */
const pictures = process.env['MONBAN_PICTURES'];
const seconds = 1000;
const people = { employee: 'hanako.sato@hanamachi.example', admin: 'satoshi.kimura@hanamachi.example' };
const what = 'the story in two windows of the Playground';

const inPlayground = browserTestsRun(what) && playgroundTestsRun(what) ? describe : describe.skip;

inPlayground("the story in two windows of Microsoft's Agents Playground", () => {
  const opened: (() => Promise<void>)[] = [];
  let sandbox: Sandbox;
  let browser: Browser;
  let addresses: { employee: string; admin: string };

  beforeAll(async () => {
    sandbox = await startSandbox();
    opened.push(() => sandbox.close());
    const playground = await startPlayground({
      bot: sandbox.bot.url,
      graph: sandbox.standIns.graphUrl,
      ...people,
    });
    opened.push(() => playground.close());
    browser = await openBrowser();
    opened.push(() => browser.close());
    addresses = await playground.ready;
  }, 120 * seconds);

  afterAll(async () => {
    const closed = await Promise.allSettled(opened.toReversed().map((close) => close()));
    expect(closed.filter(({ status }) => status === 'rejected')).toEqual([]);
  }, 60 * seconds);

  test(
    'the employee asks for a reset in Japanese, the admin approves it, both see that it is done',
    async () => {
      const admin = await openPlaygroundWindow(browser, addresses.admin);
      await admin.send('hello');
      await admin.messages.nth(1).waitFor();
      const employee = await openPlaygroundWindow(browser, addresses.employee);

      await employee.send('機種変更をしたらコードが届きません。前のスマホは下取りに出しました。');
      await answerUntil(employee, '登録のやり直しを依頼する', 'いいえ');
      await employee.page.getByRole('button', { name: '登録のやり直しを依頼する' }).click();
      await employee.waitForText(/申請 R-\w{4}（多要素認証の再登録）を受け付けました/u);

      const card = admin.cards.filter({ hasText: 'needs your approval' });
      await card.getByText('<reason>').waitFor();
      const told = await employee.page.content();
      const phrase = /合い言葉は「([^」]+)」/u.exec(told)?.[1] ?? '';
      await card.getByRole('textbox', { name: /^Phrase/u }).fill(phrase);
      await fillIn(admin, card, "Called back the directory's number", 'Called back as the register says.');
      await picture(admin, 'playground-admin');
      await card.getByRole('button', { name: 'Approve', exact: true }).click();
      await confirm(admin, '木村 聡');
      await employee.waitForText(/が完了しました/u);
      await picture(employee, 'playground-employee');
      await admin.page.getByText(/^Request R-\w{4}: Done$/u).waitFor();
      expect(await admin.page.getByRole('button', { name: 'Approve', exact: true }).count()).toBe(0);

      const account = sandbox.standIns.tenant.find(people.employee);
      if (account === undefined) throw new Error('the person is not in the tenant');
      const left = describeMethods(account);
      expect(left.methods.map(({ kind }) => kind)).toEqual(['password']);
      expect(left.passwordChanged).toBe(false);
    },
    120 * seconds,
  );
});

/** Answers every question the same way until the diagnosis card offers what is wanted. */
async function answerUntil({ cards }: PlaygroundWindow, wanted: string, answer: string): Promise<void> {
  for (let shown = 0; shown < 7; shown++) {
    // The answered card stays, without its buttons; the next one comes below it.
    const card = cards.nth(shown);
    await card.getByRole('button').first().waitFor();
    if ((await card.getByRole('button', { name: wanted }).count()) > 0) return;
    const send = card.getByRole('button', { name: '送信' });
    if ((await send.count()) > 0) {
      for (const choice of await card.getByText(answer, { exact: true }).all()) await choice.click();
      await send.click();
    } else {
      await card.getByRole('button', { name: answer, exact: true }).click();
    }
  }
  throw new Error(`no card offered: ${wanted}`);
}

async function fillIn(
  { page }: PlaygroundWindow,
  card: Locator,
  proof: string,
  reason: string,
): Promise<void> {
  await card.getByRole('combobox').click();
  // The list is drawn beside the card, on the page.
  await page.getByRole('option', { name: proof }).click();
  await card.locator('textarea').fill(reason);
}

/** The pressed card became a link; its page leads to the sign-in, as it would in Teams. */
async function confirm(admin: PlaygroundWindow, name: string): Promise<void> {
  const link = admin.cards.getByText('Sign in to confirm', { exact: true }).last();
  await link.waitFor();
  const opened = admin.page.context().waitForEvent('page');
  await link.click();
  const page = await opened;
  await signInAs(page, name);
  await page.getByRole('heading', { name: 'Approved' }).waitFor();
  await page.close();
}

async function picture({ page }: PlaygroundWindow, name: string): Promise<void> {
  if (pictures !== undefined) await page.screenshot({ path: path.join(pictures, `${name}.png`) });
}
