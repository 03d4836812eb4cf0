import type { Page } from 'playwright-core';
import type { ChatPage } from './chatPage';
import { signInAs } from './signInPage';

/** What is read and pressed on the way, in the reader's language. */
const words = {
  ja: { link: 'サインインして確認する', approve: 'サインインして承認する' },
  en: { link: 'Sign in to confirm', approve: 'Sign in and approve' },
};

/**
 * Opens the link that the approver's card became, signs in, and leaves the page open at what came of it. The link leads
 * straight on to the sign-in; `look` opens the page with the facts and its button first.
 */
export async function confirmBySigningIn(
  chat: ChatPage,
  wish: {
    readonly name: string;
    readonly language: 'ja' | 'en';
    readonly outcome: string;
    readonly look?: ((page: Page) => Promise<void>) | undefined;
  },
): Promise<Page> {
  const { approve, link } = words[wish.language];
  const context = chat.page.context();
  const opened = context.waitForEvent('page');
  const asked = context.waitForEvent('request', (request) => request.url().includes('/confirm/'));
  await chat.lastCard('admin').getByRole('link', { name: link }).click();
  const page = await opened;
  if (wish.look !== undefined) {
    const { origin, pathname } = new URL((await asked).url());
    // Where it leads by itself; left before, it would still arrive there, and take the page along.
    await page.waitForURL(/\/sign-in\//u);
    await page.goto(origin + pathname);
    await wish.look(page);
    await page.getByRole('button', { name: approve }).click();
  }
  await signInAs(page, wish.name);
  await page.getByRole('heading', { name: wish.outcome }).waitFor();
  return page;
}
