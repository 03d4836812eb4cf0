import { hasBrowser } from './openBrowser';

/**
 * Says so where browser tests are left out for want of a Chromium: fine on a developer's machine.
 * Where CI is set they run in any case, and fail, because there a browser has to be installed.
 */
export function browserTestsRun(what: string): boolean {
  const run = hasBrowser() || process.env['CI'] !== undefined;
  if (!run) process.stdout.write(`left out, no Chromium found (set CHROMIUM_PATH): ${what}\n`);
  return run;
}
