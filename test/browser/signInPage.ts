import type { Page } from 'playwright-core';

/** Becomes a simulated person on the sandbox's sign-in page, which the page is on or on its way to. */
export async function signInAs(page: Page, person: string): Promise<void> {
  const people = page.locator('select[name="person"]');
  const option = people.locator('option', { hasText: person }).first();
  await people.selectOption((await option.getAttribute('value')) ?? '');
  await page.locator('button[type="submit"]:not([name])').click();
}
