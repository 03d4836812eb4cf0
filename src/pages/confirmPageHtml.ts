import { whatChanges, whatStays } from '../cards/requestPlanLines';
import { plainLine } from '../cards/plainText';
import type { Language } from '../cases/language';
import type { RemedyRequest } from '../cases/remedyRequest';
import { confirmText } from '../text/confirmText';
import { remedyText } from '../text/remedyText';
import { requestText } from '../text/requestText';
import type { FoundConfirmation } from '../usecases/findConfirmation';
import { html, joined, page, type Html } from './html';
import { languageSwitch } from './languageSwitch';
import { passPageTexts } from './passPageTexts';

/** What is shown of a request: from the server alone, the decisive first. */
interface Shown {
  readonly request: RemedyRequest;
  readonly pending: FoundConfirmation['pending'];
  readonly requesterName: string | undefined;
}

/** The page before the sign-in: exactly what it is about, and one button. */
export function askToSignInPage(language: Language, shown: Shown): string {
  const text = confirmText[language];
  const what = whatFor(shown.pending.act);
  const body = html`${languageSwitch(language)}
    <main>
      <h1>${text.heading}</h1>
      <p>${text.before[what]}</p>
      ${factList(language, shown)} ${planOf(language, shown.request)}
      <form method="post" action="?lang=${language}">
        <button type="submit">${text.signIn[what]}</button>
      </form>
    </main>`;
  return page({ language, title: text.heading, body });
}

/** Leads on to where people sign in; the link is for browsers that do not go by themselves. */
export function leavingPage(language: Language, address: string): string {
  const { heading, open } = confirmText[language];
  const body = html`<main>
    <h1>${heading}</h1>
    <p><a href="${address}" rel="noreferrer">${open}</a></p>
  </main>`;
  return page({ language, title: heading, body, refresh: { seconds: 0, address } });
}

type PassShown = 'none' | 'comes' | 'waits' | 'elsewhere';

/** What came of it, in plain words, with the pass where this reader is the one to have it. */
export function takenPage(language: Language, shown: Shown, pass: PassShown): string {
  const text = confirmText[language];
  const what = outcomeOf(shown);
  const body = html`${languageSwitch(language)}
    <main>
      <h1>${text.doneTitle[what]}</h1>
      <p>${text.done[what]}</p>
      ${passPart(language, pass)} ${factList(language, shown)}
      <p>${text.mayClose}</p>
    </main>`;
  const refresh = pass === 'comes' ? { seconds: 3 } : undefined;
  return page({ language, title: text.doneTitle[what], body, refresh });
}

/** Nothing was changed, and why; `again` leads back to the page with the button. */
export function notTakenPage(language: Language, why: string, again: string | undefined): string {
  const text = confirmText[language];
  const link = again === undefined ? html`` : html`<p><a href="${again}">${text.again}</a></p>`;
  const body = html`<main>
    <h1>${text.refusedTitle}</h1>
    <p>${why}</p>
    ${link}
  </main>`;
  return page({ language, title: text.refusedTitle, body });
}

/** Used, over, or never there: all the same, so that nothing is learnt by trying. */
export function linkGonePage(language: Language): string {
  const { gone, goneTitle } = confirmText[language];
  const body = html`${languageSwitch(language)}
    <main>
      <h1>${goneTitle}</h1>
      <p>${gone}</p>
    </main>`;
  return page({ language, title: goneTitle, body });
}

function whatFor(act: Shown['pending']['act']): 'approve' | 'deny' | 'prove' | 'again' {
  if (act.kind !== 'decide') return act.kind;
  return act.decision === 'approved' ? 'approve' : 'deny';
}

function outcomeOf({ pending, request }: Shown): 'approved' | 'counted' | 'denied' | 'proven' | 'again' {
  if (pending.act.kind === 'again') return 'again';
  if (pending.act.kind === 'prove') return 'proven';
  if (pending.act.decision === 'denied') return 'denied';
  return request.state === 'pending' ? 'counted' : 'approved';
}

function factList(language: Language, { pending, request, requesterName }: Shown): Html {
  const text = requestText[language];
  const own = request.requesterId === request.personId;
  const { act } = pending;
  const facts: readonly (readonly [string, string])[] = [
    [confirmText[language].request, request.number],
    [text.stateLabel, text.state[request.state]],
    [text.person, plainLine(request.personName)],
    [text.account, plainLine(request.personUpn)],
    [text.remedyLabel, remedyText[language][request.remedy].name],
    [text.requester, own ? text.byThemselves : plainLine(requesterName ?? request.requesterId)],
    [text.digest, request.digest.slice(0, 8)],
    ...(act.kind === 'decide'
      ? ([[confirmText[language].yourReason, plainLine(act.reason, 500)]] as const)
      : []),
  ];
  const rows = facts.map(
    ([title, value]) =>
      html`<dt>${title}</dt>
        <dd>${value}</dd>`,
  );
  return html`<dl>${joined(rows)}</dl>`;
}

function planOf(language: Language, { plan }: RemedyRequest): Html {
  const text = requestText[language];
  const list = (title: string, lines: readonly string[]) =>
    html`<h2>${title}</h2>
      <ul>
        ${joined(lines.map((line) => html`<li>${line}</li>`))}
      </ul>`;
  return html`${list(text.willChange, whatChanges(plan, language))}
  ${list(text.stays, whatStays(plan, language))}`;
}

function passPart(language: Language, pass: PassShown): Html {
  const text = confirmText[language];
  switch (pass) {
    case 'none':
      return html``;
    case 'comes':
      return html`<p role="status">${text.passComes}</p>`;
    case 'elsewhere':
      return html`<p>${text.passElsewhere}</p>`;
    case 'waits':
      return html`<p>${text.passWaits} ${passPageTexts.before[language]}</p>
        <form method="post" action="?show=pass&lang=${language}">
          <button type="submit">${passPageTexts.show[language]}</button>
        </form>`;
  }
}
