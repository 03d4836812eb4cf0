import type { Request, Response, Server } from 'restify';
import { plainLine } from '../cards/plainText';
import type { Language } from '../cases/language';
import { sameId } from '../cases/sameId';
import { confirmText } from '../text/confirmText';
import { notMePageText } from '../text/notMePageText';
import { remedyText } from '../text/remedyText';
import { requestText } from '../text/requestText';
import type { findNotMeLink } from '../usecases/reportNotMe';
import { linkGonePage, notTakenPage } from './confirmPageHtml';
import { html, page } from './html';
import { languageSwitch } from './languageSwitch';
import { browserLanguage, chosenLanguage, sendPage, tokenOf } from './pageAnswers';
import { isFromOwnPage } from './sameOrigin';

type Found = Awaited<ReturnType<typeof findNotMeLink>>;

export interface NotMePageDeps {
  readonly findNotMe: (token: string) => Promise<Found>;
  readonly reportNotMe: (token: string) => Promise<Found>;
  /** How to reach the helpdesk without the bot. */
  readonly helpdeskContact: string | undefined;
}

/**
 * "That was not me", from a mail or a message: needs no sign-in, for it only stops things, and whoever cannot sign in
 * must be able to say it. Opening the link does nothing, because mail scanners open links too. After 14 days the page
 * says that it is too old and whom to call; the press still brings a person.
 */
export function mountNotMePage(deps: NotMePageDeps): (server: Server) => void {
  return (server) => {
    server.get('/not-me/:token', async (request: Request, response: Response) => {
      const found = await deps.findNotMe(tokenOf(request));
      const language = languageFor(request, found);
      if (found === undefined) sendPage(response, 410, linkGonePage(language));
      else if (found.tooOld)
        sendPage(
          response,
          410,
          tooOldPage(language, found.pending.usedAt !== undefined, deps.helpdeskContact),
        );
      else if (found.pending.usedAt === undefined) sendPage(response, 200, askPage(language, found));
      else sendPage(response, 200, thanksPage(language));
    });
    server.post('/not-me/:token', async (request: Request, response: Response) => {
      if (!isFromOwnPage(request.headers)) {
        const language = languageFor(request, undefined);
        sendPage(response, 403, notTakenPage(language, confirmText[language].ownPageOnly, undefined));
        return;
      }
      const found = await deps.reportNotMe(tokenOf(request));
      const language = languageFor(request, found);
      if (found === undefined) sendPage(response, 410, linkGonePage(language));
      else if (found.tooOld) sendPage(response, 410, tooOldPage(language, true, deps.helpdeskContact));
      else sendPage(response, 200, thanksPage(language));
    });
  };
}

function askPage(language: Language, { pending, request }: NonNullable<Found>): string {
  const text = notMePageText[language];
  const labels = requestText[language];
  const reader = sameId(pending.personId, request.personId) ? 'person' : 'manager';
  const body = html`${languageSwitch(language)}
    <main>
      <h1>${text.title}</h1>
      <p>${text.before[reader]}</p>
      <dl>
        <dt>${text.request}</dt>
        <dd>${request.number}</dd>
        <dt>${labels.person}</dt>
        <dd>${plainLine(request.personName)}</dd>
        <dt>${labels.remedyLabel}</dt>
        <dd>${remedyText[language][request.remedy].name}</dd>
      </dl>
      <form method="post" action="?lang=${language}">
        <button type="submit">${text.button[reader]}</button>
      </form>
    </main>`;
  return page({ language, title: text.title, body });
}

/** Its button only brings a person; once that was pressed it says so. */
function tooOldPage(language: Language, wasPressed: boolean, contact: string | undefined): string {
  const text = notMePageText[language];
  const button = wasPressed
    ? html`<p>${text.staffCalled}</p>`
    : html`<form method="post" action="?lang=${language}">
        <button type="submit">${text.callStaff}</button>
      </form>`;
  const body = html`${languageSwitch(language)}
    <main>
      <h1>${text.tooOldTitle}</h1>
      <p>${text.tooOld(contact)}</p>
      ${button}
    </main>`;
  return page({ language, title: text.tooOldTitle, body });
}

function thanksPage(language: Language): string {
  const { thanks, thanksTitle } = notMePageText[language];
  const body = html`<main>
    <h1>${thanksTitle}</h1>
    <p>${thanks}</p>
  </main>`;
  return page({ language, title: thanksTitle, body });
}

function languageFor(request: Request, found: Found): Language {
  return chosenLanguage(request) ?? found?.pending.language ?? browserLanguage(request);
}
