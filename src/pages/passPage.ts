import { plugins, type Request, type Response, type Server } from 'restify';
import { z } from 'zod/v4';
import type { Language } from '../cases/language';
import { sameId } from '../cases/sameId';
import type { PassLocker } from '../ports/passLocker';
import { confirmText } from '../text/confirmText';
import { notTakenPage } from './confirmPageHtml';
import { browserLanguage, chosenLanguage, leadTo, sendPage, tokenOf } from './pageAnswers';
import { askPage, gonePage, refusedPage, shownPage, signInPage, wordsPage } from './passPageHtml';
import { isFromOwnPage } from './sameOrigin';
import {
  type CameBack,
  isBoundTo,
  rememberBrowser,
  type SignInFlowDeps,
  startSignIn,
  whoIs,
} from './signInFlow';

export interface PassPageDeps extends SignInFlowDeps {
  readonly locker: PassLocker;
  /** Asked before a pass is shown, by its request: writes it down first. False: it must not be shown any more. */
  readonly mayShow: (requestId: string) => Promise<boolean>;
}

/**
 * The page that shows a pass once, to the one person whom it is for, after they have signed in, or said the words that
 * they were told on the telephone where the pass is for somebody who cannot sign in (SECURITY S15). GET shows
 * a button and leaves the pass alone, because mail scanners and chat previews open links; POST takes it.
 */
export function mountPassPage(deps: PassPageDeps): (server: Server) => void {
  return (server) => {
    server.get('/pass/:token', async (request: Request, response: Response) => {
      await Promise.resolve();
      const language = languageFor(deps, request);
      if (!deps.locker.has(tokenOf(request))) sendPage(response, 410, gonePage(language));
      else if (isViewer(deps, request)) sendPage(response, 200, askPage(language));
      else if (deps.locker.asksForWords(tokenOf(request))) sendPage(response, 200, wordsPage(language));
      else sendPage(response, 200, signInPage(language));
    });
    server.post('/pass/:token', ...readForm, async (request: Request, response: Response) => {
      const language = languageFor(deps, request);
      const token = tokenOf(request);
      if (!isFromOwnPage(request.headers)) sendPage(response, 403, refusedPage(language));
      else if (!deps.locker.has(token)) sendPage(response, 410, gonePage(language));
      else if (isViewer(deps, request)) await showOnce(deps, request, response);
      else if (deps.locker.asksForWords(token) && !wantsToSignIn(request))
        await showForWords(deps, request, response);
      else {
        const purpose = { kind: 'pass', token } as const;
        await startSignIn(deps, request, response, { purpose, boundTo: [token], permissions: [], language });
      }
    });
  };
}

/** Goes on where the identity provider sent the browser back to. Whoever else signed in burns nothing. */
export function signedInForPass(
  deps: PassPageDeps,
  request: Request,
  response: Response,
  back: NonNullable<CameBack>,
): void {
  const { token } = back.purpose;
  const language = chosenLanguage(request) ?? deps.locker.languageOf(token) ?? browserLanguage(request);
  const text = confirmText[language];
  const viewer = deps.locker.viewerOf(token);
  if (viewer === undefined) sendPage(response, 410, gonePage(language));
  else if (back.signedIn === undefined || !isBoundTo(back, [token]))
    sendPage(response, 403, notTakenPage(language, text.notSignedIn, `/pass/${token}`));
  else if (!sameId(back.signedIn.oid, viewer))
    sendPage(response, 403, notTakenPage(language, text.otherPerson, `/pass/${token}`));
  else leadTo(response, `/pass/${token}`, [rememberBrowser(deps, back.signedIn)]);
}

/** Short, and nothing but a form: whatever else is sent here counts as no words. */
const readForm = plugins.bodyParser({ mapParams: false, maxBodySize: 2000 });

const wordsSchema = z.object({ words: z.string().max(200) });

function wantsToSignIn(request: Request): boolean {
  return new URLSearchParams(request.getQuery()).get('how') === 'sign-in';
}

/** For whoever cannot sign in: what they were told on the telephone opens the page (SECURITY S15). */
async function showForWords(deps: PassPageDeps, request: Request, response: Response): Promise<void> {
  const token = tokenOf(request);
  const language = languageFor(deps, request);
  const { words = '' } = wordsSchema.safeParse(request.body).data ?? {};
  if (words.trim() === '') sendPage(response, 200, wordsPage(language));
  else if (deps.locker.tryWords(token, words)) await showOnce(deps, request, response);
  else if (deps.locker.has(token)) sendPage(response, 403, wordsPage(language, { wrong: true }));
  else sendPage(response, 410, gonePage(language));
}

async function showOnce(deps: PassPageDeps, request: Request, response: Response): Promise<void> {
  const language = languageFor(deps, request);
  const pass = deps.locker.take(tokenOf(request));
  if (!pass || !(await deps.mayShow(pass.requestId))) {
    sendPage(response, 410, gonePage(language));
    return;
  }
  sendPage(response, 200, shownPage(language, pass));
}

function isViewer(deps: PassPageDeps, request: Request): boolean {
  const viewer = deps.locker.viewerOf(tokenOf(request));
  const reader = whoIs(deps, request);
  return viewer !== undefined && reader !== undefined && sameId(viewer, reader);
}

function languageFor(deps: PassPageDeps, request: Request): Language {
  return chosenLanguage(request) ?? deps.locker.languageOf(tokenOf(request)) ?? browserLanguage(request);
}
