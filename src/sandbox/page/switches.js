import { wordsIn } from './words.js';

/** The page's two switches: its own language, and light or dark. */
export function createSwitches(page, onSwitched) {
  const language = document.querySelector('[data-switch="language"]');
  const theme = document.querySelector('[data-switch="theme"]');
  const show = () => {
    const words = wordsIn(page.language);
    document.documentElement.lang = page.language;
    document.documentElement.dataset.theme = page.theme;
    document.querySelector('.bar-note').textContent = words.sandboxNote;
    language.textContent = words.languageSwitch;
    language.lang = page.language === 'ja' ? 'en' : 'ja';
    theme.textContent = page.theme === 'dark' ? words.lightTheme : words.darkTheme;
  };
  language.addEventListener('click', () => {
    page.language = page.language === 'ja' ? 'en' : 'ja';
    show();
    onSwitched();
  });
  theme.addEventListener('click', () => {
    page.theme = page.theme === 'dark' ? 'light' : 'dark';
    show();
    onSwitched();
  });
  show();
}
