import type { Request, Response } from 'restify';
import type { Language } from '../cases/language';
import { pageHeaders } from './html';

/** Sends a page, with cookies where there are any. */
export function sendPage(
  response: Response,
  status: number,
  source: string,
  cookies: readonly string[] = [],
): void {
  for (const cookie of cookies) response.header('Set-Cookie', cookie);
  response.sendRaw(status, source, { ...pageHeaders });
}

/** Leads the browser to another page of ours; what was sent is not sent again there. */
export function leadTo(response: Response, path: string, cookies: readonly string[] = []): void {
  for (const cookie of cookies) response.header('Set-Cookie', cookie);
  response.sendRaw(303, '', {
    Location: path,
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
  });
}

/** The language that the reader chose on the page, if they did. */
export function chosenLanguage(request: Request): Language | undefined {
  const chosen = new URLSearchParams(request.getQuery()).get('lang');
  return chosen === 'ja' || chosen === 'en' ? chosen : undefined;
}

export function browserLanguage(request: Request): Language {
  return /^ja\b/i.test(request.headers['accept-language'] ?? '') ? 'ja' : 'en';
}

/** The `:token` of the address. */
export function tokenOf(request: Request): string {
  const params: unknown = request.params;
  const token: unknown =
    typeof params === 'object' && params !== null && 'token' in params ? params.token : undefined;
  return typeof token === 'string' ? token : '';
}

/** A cookie that only our server reads, and that no other site can make the browser send with a form. */
export function cookie(name: string, value: string, isSecure: boolean): string {
  return `${cookieName(name, isSecure)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=900${isSecure ? '; Secure' : ''}`;
}

export function cookieOf(request: Request, name: string, isSecure: boolean): string {
  const wanted = cookieName(name, isSecure);
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${wanted}=`))?.slice(wanted.length + 1) ?? '';
}

/** The prefix makes browsers refuse the cookie from other hosts and over plain http. */
function cookieName(name: string, isSecure: boolean): string {
  return isSecure ? `__Host-${name}` : name;
}
