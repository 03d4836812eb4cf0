import type { Request, Response, Server } from 'restify';
import type { Language } from '../cases/language';
import { aboutTexts } from './aboutPageTexts';
import { html, joined, page, pageHeaders } from './html';

/** The page that the Teams app links to: what Monban is, what it keeps, who may use it. Nothing on it is secret. */
export function mountAboutPage(server: Server): void {
  server.get('/about', async (request: Request, response: Response) => {
    await Promise.resolve();
    response.sendRaw(200, aboutPage(languageOf(request)), { ...pageHeaders });
  });
}

function languageOf(request: Request): Language {
  const chosen = new URLSearchParams(request.getQuery()).get('lang');
  if (chosen === 'ja' || chosen === 'en') return chosen;
  return /^ja\b/iu.test(request.headers['accept-language'] ?? '') ? 'ja' : 'en';
}

function aboutPage(language: Language): string {
  const other = language === 'ja' ? 'en' : 'ja';
  const sections = aboutTexts.sections[language].map(
    ({ anchor, title, paragraphs }) =>
      html`<h2 id="${anchor}">${title}</h2>
        ${joined(paragraphs.map((text) => html`<p>${text}</p>`))}`,
  );
  const title = aboutTexts.title[language];
  const body = html`<nav>
      <a href="?lang=${other}" lang="${other}">${other === 'ja' ? '日本語' : 'English'}</a>
    </nav>
    <main>
      <h1>${title}</h1>
      ${joined(sections)}
    </main>`;
  return page({ language, title, body });
}
