import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import type { Language } from '../../cases/language';
import { html, joined, page, pageHeaders, type Html } from '../../pages/html';
import type { SignInAccount } from './openIdProvider';
import { signInTexts as texts } from './signInTexts';

interface SignInPageParts {
  readonly provider: Provider;
  readonly accounts: () => readonly SignInAccount[];
}

/** The page on which one becomes a simulated person: GET shows it, POST signs in (or gives up). */
export async function answerSignInPage(
  parts: SignInPageParts,
  request: IncomingMessage,
  response: ServerResponse,
  form: URLSearchParams,
): Promise<void> {
  const asked = await askedFor(parts.provider, request, response);
  const language = languageOf(request);
  if (asked === undefined) {
    send(response, 410, overPage(language));
    return;
  }
  const chosen = parts.accounts().find(({ id }) => id === form.get('person'));
  if (request.method === 'POST' && form.has('cancel')) {
    const refused = { error: 'access_denied', error_description: 'AADSTS65004: The user declined.' };
    await parts.provider.interactionFinished(request, response, refused);
  } else if (request.method === 'POST' && chosen?.accountEnabled === true) {
    await parts.provider.interactionFinished(request, response, {
      login: { accountId: chosen.id, acr: '1', amr: ['mfa'], ...signedInAgo(form) },
    });
  } else {
    const people = parts.accounts().filter(({ accountEnabled }) => accountEnabled);
    send(response, 200, choosePage(language, people, asked), asked.redirectOrigin);
  }
}

/** For tests: a sign-in of some minutes ago, as a session that was not asked again would give it. */
function signedInAgo(form: URLSearchParams): { readonly ts?: number } {
  const minutes = Number(form.get('minutesAgo') ?? '0');
  return minutes > 0 ? { ts: Math.floor(Date.now() / 1000) - minutes * 60 } : {};
}

interface Asked {
  readonly again: boolean;
  readonly loginHint: string;
  readonly redirectOrigin: string;
}

/** What the app asked for; undefined where there is no such sign-in in this browser. */
async function askedFor(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Asked | undefined> {
  try {
    const { params } = await provider.interactionDetails(request, response);
    const { login_hint: hint, redirect_uri: redirect } = params;
    const origin = typeof redirect === 'string' ? URL.parse(redirect)?.origin : undefined;
    return {
      again: params['prompt'] === 'login' || params['max_age'] !== undefined,
      loginHint: typeof hint === 'string' ? hint : '',
      redirectOrigin: origin ?? "'none'",
    };
  } catch {
    // Expired, finished, or another browser: the library says it by throwing.
    return undefined;
  }
}

function choosePage(language: Language, people: readonly SignInAccount[], asked: Asked): string {
  const options = people.map(({ id, name, upn }) =>
    upn.toLowerCase() === asked.loginHint.toLowerCase() || id === asked.loginHint
      ? html`<option value="${id}" selected>${name} (${upn})</option>`
      : html`<option value="${id}">${name} (${upn})</option>`,
  );
  const again = asked.again ? html`<p>${texts.again[language]}</p>` : html``;
  return page({
    language,
    title: texts.title[language],
    body: html`${languageSwitch(language)}
      <main>
        <h1>${texts.title[language]}</h1>
        <p>${texts.what[language]}</p>
        ${again}
        <form method="post" action="?lang=${language}">
          <p>
            <label for="person">${texts.who[language]}</label><br />
            <select id="person" name="person" required autofocus>
              ${joined(options)}
            </select>
          </p>
          <p>
            <button type="submit">${texts.signIn[language]}</button>
            <button type="submit" name="cancel" value="cancel" formnovalidate>
              ${texts.cancel[language]}
            </button>
          </p>
        </form>
      </main>`,
  });
}

function overPage(language: Language): string {
  const body = html`<main>
    <h1>${texts.title[language]}</h1>
    <p>${texts.over[language]}</p>
  </main>`;
  return page({ language, title: texts.title[language], body });
}

function languageSwitch(language: Language): Html {
  const other = language === 'ja' ? 'en' : 'ja';
  return html`<nav>
    <a href="?lang=${other}" lang="${other}" hreflang="${other}">${texts.otherLanguage[language]}</a>
  </nav>`;
}

function languageOf(request: IncomingMessage): Language {
  const chosen = URL.parse(request.url ?? '/', 'https://localhost')?.searchParams.get('lang');
  if (chosen === 'ja' || chosen === 'en') return chosen;
  return /^ja\b/i.test(request.headers['accept-language'] ?? '') ? 'ja' : 'en';
}

/** A form's answer leads back to the app, so the app's address has to be one that a form may lead to. */
function send(response: ServerResponse, status: number, source: string, formTarget = "'none'"): void {
  const policy = pageHeaders['Content-Security-Policy'] ?? '';
  response.writeHead(status, {
    ...pageHeaders,
    'Content-Security-Policy': policy.replace("form-action 'self'", `form-action 'self' ${formTarget}`),
  });
  response.end(source);
}
