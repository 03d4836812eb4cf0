import type { Browser, Locator, Page } from 'playwright-core';

type PaneName = 'employee' | 'admin' | 'channel';

interface ChatPageOptions {
  /** Who sits where, by user principal name. */
  readonly employee?: string;
  readonly admin?: string;
  readonly channel?: string;
  readonly lang?: 'ja' | 'en';
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
}

/** The sandbox's chat page, as a test drives it. */
export interface ChatPage {
  readonly page: Page;
  /** A part of the page by its stable name. */
  pane(name: PaneName): Locator;
  /** Seats a person (their displayed name) in a pane. */
  choosePerson(name: PaneName, person: string): Promise<void>;
  send(name: PaneName, text: string): Promise<void>;
  /** The newest message that has a card. */
  lastCard(name: PaneName): Locator;
  lastCardText(name: PaneName): Promise<string>;
  /** Presses a button of the newest card that has one of this name. */
  press(name: PaneName, button: string | RegExp): Promise<void>;
  /** Waits until the pane's conversation shows this. */
  waitForText(name: PaneName, text: string | RegExp): Promise<void>;
  /** What the browser complained of: errors of scripts, of the content security policy, of failed loads. */
  complaints(): readonly string[];
  screenshot(path: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens the chat page at `url` in a browser. */
export async function openChatPage(
  browser: Browser,
  url: string,
  options: ChatPageOptions = {},
): Promise<ChatPage> {
  const { width = 1440, height = 900, ...seats } = options;
  // The sandbox's sign-in is on https with a certificate that only the sandbox knows.
  const look = { viewport: { width, height }, locale: 'en-US' };
  const context = await browser.newContext({ ...look, ignoreHTTPSErrors: true });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  const query = new URLSearchParams(Object.entries(seats));
  await page.goto(`${url}/?${query.toString()}`);
  await page.locator('[data-pane="channel"][data-person]').waitFor({ state: 'attached' });

  const pane = (name: PaneName) => page.locator(`[data-pane="${name}"]`);
  const lastCard = (name: PaneName) => pane(name).locator('.card').last();
  return {
    page,
    pane,
    lastCard,
    async choosePerson(name, person) {
      const choice = pane(name).locator('select.pane-person');
      const option = choice.locator('option', { hasText: person }).first();
      await choice.selectOption((await option.getAttribute('value')) ?? '');
    },
    async send(name, text) {
      await pane(name).getByRole('textbox').last().fill(text);
      await pane(name).locator('.composer-send').click();
    },
    lastCardText: (name) => lastCard(name).innerText(),
    async press(name, button) {
      await pane(name).locator('.card').getByRole('button', { name: button }).last().click();
    },
    async waitForText(name, text) {
      await pane(name).locator('.log').getByText(text).last().waitFor();
    },
    complaints: () => complaints,
    async screenshot(path) {
      await page.screenshot({ path });
    },
    close: () => context.close(),
  };
}
