import type { Browser, Locator, Page } from 'playwright-core';

/** The personal chat in one window of Microsoft's Agents Playground, as a test drives it. */
export interface PlaygroundWindow {
  readonly page: Page;
  /** What the bot said, cards among it, in their order. */
  readonly messages: Locator;
  readonly cards: Locator;
  send(text: string): Promise<void>;
  /** Waits until a message of the bot, or a card of it, says this. */
  waitForText(text: string | RegExp): Promise<void>;
}

/** Opens a window's address. Only this machine is asked for anything: the Playground would load fonts from afar. */
export async function openPlaygroundWindow(browser: Browser, url: string): Promise<PlaygroundWindow> {
  // The sandbox's sign-in, to which a card leads, has a certificate that only the sandbox knows.
  const context = await browser.newContext({
    viewport: { width: 1280, height: 960 },
    ignoreHTTPSErrors: true,
  });
  await context.route(
    ({ hostname }) => hostname !== 'localhost' && hostname !== '127.0.0.1',
    (route) => route.abort(),
  );
  const page = await context.newPage();
  await page.goto(url);
  // The log panel repeats what is said in the chat.
  await page.getByTitle('Hide log panel').click();
  const messages = page.locator('.fai-OutputCard');
  // The bot's greeting: only then does it know this chat.
  await messages.first().waitFor();
  return {
    page,
    messages,
    cards: messages.locator('.ac-adaptiveCard'),
    async send(text) {
      const box = page.locator('[role=textbox][contenteditable=true]');
      await box.fill(text);
      await box.press('Enter');
    },
    async waitForText(text) {
      await messages.filter({ hasText: text }).last().waitFor();
    },
  };
}
