import { readRequestCommand } from '../cases/decisionCommand';
import type { Language } from '../cases/language';

const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
const latinWords = /[a-z]{2,}/giu;
/** An error code or a product's name alone says nothing about the language. */
const wordsThatTell = 3;

/** The language to speak: what the words are written in, else what the person chose before, else the client's locale. */
export function chooseLanguage(
  text: string,
  chosen: Language | undefined,
  locale: string | undefined,
): Language {
  // `approve R-7K2M call-back` is the bot's vocabulary, and says nothing about what its writer reads.
  const sample = readRequestCommand(text) === undefined ? text.slice(0, 2000) : '';
  if (japanese.test(sample)) return 'ja';
  const words = sample.match(latinWords) ?? [];
  if (words.length >= wordsThatTell) return 'en';
  return chosen ?? (locale?.toLowerCase().startsWith('ja') ? 'ja' : 'en');
}
