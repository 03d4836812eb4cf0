import type { Language } from '../cases/language';
import type { LockedPass } from '../ports/passLocker';
import { html, joined, page, type Html } from './html';
import { languageSwitch } from './languageSwitch';
import { lifetimeText, passPageTexts as texts } from './passPageTexts';
import { inGroups, spellOut } from './spellOut';

/** The page before: says what will be shown, and shows nothing. Link previews and scanners see this one. */
export function askPage(language: Language): string {
  const body = html`${languageSwitch(language)}
    <main>
      <h1>${texts.title[language]}</h1>
      <p>${texts.before[language]}</p>
      <form method="post" action="?lang=${language}">
        <button type="submit">${texts.show[language]}</button>
      </form>
    </main>`;
  return page({ language, title: texts.title[language], body });
}

/** The page for whoever has not signed in here yet: it names neither the pass nor whose it is. */
export function signInPage(language: Language): string {
  const body = html`${languageSwitch(language)}
    <main>
      <h1>${texts.title[language]}</h1>
      <p>${texts.signInFirst[language]}</p>
      <form method="post" action="?lang=${language}">
        <button type="submit">${texts.signInButton[language]}</button>
      </form>
    </main>`;
  return page({ language, title: texts.title[language], body });
}

/** The page for the person whom a pass is for: what they were told on the telephone opens it, or their own sign-in. */
export function wordsPage(language: Language, { wrong = false } = {}): string {
  const body = html`${languageSwitch(language)}
    <main>
      <h1>${texts.title[language]}</h1>
      ${wrong ? html`<p role="alert"><strong>${texts.wordsWrong[language]}</strong></p>` : html``}
      <p>${texts.wordsFirst[language]}</p>
      <form method="post" action="?lang=${language}">
        <p>
          <label
            >${texts.words[language]}<br /><input
              name="words"
              maxlength="60"
              autocomplete="off"
              autocapitalize="none"
              required
          /></label>
        </p>
        <button type="submit">${texts.show[language]}</button>
      </form>
      <h2>${texts.orSignIn[language]}</h2>
      <form method="post" action="?lang=${language}&how=sign-in">
        <button type="submit">${texts.signInButton[language]}</button>
      </form>
    </main>`;
  return page({ language, title: texts.title[language], body });
}

/** The pass itself, for the one time that it is shown. */
export function shownPage(language: Language, pass: LockedPass): string {
  const value = pass.value.reveal();
  const groups = inGroups(value).map((group) => html`<span>${group}</span>`);
  // Whoever reads it for themselves has nobody to read it out to.
  const letters = pass.words === undefined ? spellOut(value, language) : [];
  const spelled = letters.map(({ character, words }) => html`<li>${character} … ${words}</li>`);
  const rules = pass.words === undefined ? texts.warnings : texts.ownWarnings;
  const warnings = rules[language].map((warning) => html`<li>${warning}</li>`);
  const use = pass.isUsableOnce ? texts.useOnce[language] : texts.useOften[language];
  const body = html`<main>
    <h1>${texts.title[language]}</h1>
    <p class="pass">${tight(groups)}</p>
    <p><strong>${texts.onlyNow[language]}</strong></p>
    <dl>
      <dt>${texts.passFor[language]}</dt>
      <dd>${pass.personName}</dd>
      <dt>${texts.lifetime[language]}</dt>
      <dd>${lifetimeText(pass.lifetimeInMinutes)[language]}</dd>
      <dt>${texts.use[language]}</dt>
      <dd>${use}</dd>
    </dl>
    <p>${texts.signIn[language]}</p>
    <ul class="warning">
      ${joined(warnings)}
    </ul>
    ${spelled.length === 0 ? html`` : spelledPart(language, spelled)}
  </main>`;
  return page({ language, title: texts.title[language], body });
}

function spelledPart(language: Language, spelled: readonly Html[]): Html {
  return html`<h2>${texts.spelled[language]}</h2>
    <ol class="spelled">
      ${joined(spelled)}
    </ol>`;
}

/** Used, expired or never there: all the same, so that nothing is learnt by trying. */
export function gonePage(language: Language): string {
  const body = html`${languageSwitch(language)}
    <main>
      <h1>${texts.goneTitle[language]}</h1>
      <p>${texts.gone[language]}</p>
    </main>`;
  return page({ language, title: texts.goneTitle[language], body });
}

/** The button was pressed on somebody else's page. */
export function refusedPage(language: Language): string {
  const body = html`<main>
    <h1>${texts.title[language]}</h1>
    <p>${texts.refused[language]}</p>
  </main>`;
  return page({ language, title: texts.title[language], body });
}

/** Without line breaks between the groups: a pass is copied without blanks. */
function tight(groups: readonly Html[]): Html {
  return groups.reduce((all, group) => html`${all}${group}`, html``);
}
