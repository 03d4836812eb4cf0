import type { Language } from '../cases/language';
import { html, type Html } from './html';

/** The link to the same page in the other language. */
export function languageSwitch(language: Language): Html {
  const other = language === 'ja' ? 'en' : 'ja';
  const name = other === 'ja' ? '日本語' : 'English';
  return html`<nav><a href="?lang=${other}" lang="${other}" hreflang="${other}">${name}</a></nav>`;
}
