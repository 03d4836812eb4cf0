import type { Request, Response, Server } from 'restify';
import type { Language } from '../cases/language';
import type { PassLocker } from '../ports/passLocker';
import { pageHeaders } from './html';
import { askPage, gonePage, refusedPage, shownPage } from './passPageHtml';
import { isFromOwnPage } from './sameOrigin';

interface PassPageDeps {
  readonly locker: PassLocker;
  /** Asked before a pass is shown, by its request: writes it down first. False: it must not be shown any more. */
  readonly mayShow: (requestId: string) => Promise<boolean>;
}

/**
 * The page that shows a pass once (SECURITY S15). GET shows a button and leaves the pass alone, because mail scanners
 * and chat previews open links; POST takes it. The address is the secret, so it never leaves by a referrer.
 */
export function mountPassPage(deps: PassPageDeps): (server: Server) => void {
  return (server) => {
    server.get('/pass/:token', async (request: Request, response: Response) => {
      await Promise.resolve();
      const token = tokenOf(request);
      const language = chosenLanguage(request) ?? deps.locker.languageOf(token) ?? browserLanguage(request);
      if (deps.locker.has(token)) send(response, 200, askPage(language));
      else send(response, 410, gonePage(language));
    });
    server.post('/pass/:token', async (request: Request, response: Response) => {
      await showOnce(deps, request, response);
    });
  };
}

async function showOnce(deps: PassPageDeps, request: Request, response: Response): Promise<void> {
  const language = chosenLanguage(request) ?? browserLanguage(request);
  if (!isFromOwnPage(request.headers)) {
    send(response, 403, refusedPage(language));
    return;
  }
  const pass = deps.locker.take(tokenOf(request));
  if (!pass || !(await deps.mayShow(pass.requestId))) {
    send(response, 410, gonePage(language));
    return;
  }
  send(response, 200, shownPage(chosenLanguage(request) ?? pass.language, pass));
}

function tokenOf(request: Request): string {
  const params: unknown = request.params;
  const token: unknown =
    typeof params === 'object' && params !== null && 'token' in params ? params.token : undefined;
  return typeof token === 'string' ? token : '';
}

function chosenLanguage(request: Request): Language | undefined {
  const chosen = new URLSearchParams(request.getQuery()).get('lang');
  return chosen === 'ja' || chosen === 'en' ? chosen : undefined;
}

function browserLanguage(request: Request): Language {
  return /^ja\b/i.test(request.headers['accept-language'] ?? '') ? 'ja' : 'en';
}

function send(response: Response, status: number, source: string): void {
  response.sendRaw(status, source, { ...pageHeaders });
}
