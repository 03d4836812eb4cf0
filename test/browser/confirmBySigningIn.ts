import type { Page } from 'playwright-core';
import type { ChatPage } from './chatPage';
import { signInAs } from './signInPage';

/** What is read and pressed on the way, in the reader's language. */
const words = {
  ja: { link: 'サインインして確認する', approve: 'サインインして承認する' },
  en: { link: 'Sign in to confirm', approve: 'Sign in and approve' },
};

/** Opens the link that the approver's card became, signs in, and leaves the page open at what came of it. */
export async function confirmBySigningIn(
  chat: ChatPage,
  wish: {
    readonly name: string;
    readonly language: 'ja' | 'en';
    readonly outcome: string;
    readonly before?: (page: Page) => Promise<void>;
  },
): Promise<Page> {
  const { approve, link } = words[wish.language];
  const opened = chat.page.context().waitForEvent('page');
  await chat.lastCard('admin').getByRole('link', { name: link }).click();
  const page = await opened;
  await page.getByRole('button', { name: approve }).waitFor();
  await wish.before?.(page);
  await page.getByRole('button', { name: approve }).click();
  await signInAs(page, wish.name);
  await page.getByRole('heading', { name: wish.outcome }).waitFor();
  return page;
}
