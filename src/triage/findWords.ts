import { normaliseText } from './normaliseText';

/** One place in a sentence where a group of words was found, and whether it is denied there. */
export interface WordPlace {
  readonly start: number;
  readonly end: number;
  readonly denied: boolean;
}

/**
 * Japanese denies after the word (届かない, 届きません, ありません), with at most an ending in between; another
 * clause (けど, ので, たら …) ends its reach.
 */
const deniedAfter =
  /^(?:(?!けど|けれど|ので|のに|たら|ても|から|まで|だが|ますが|ですが|たが|たり)[^、,。0-9a-z]){0,8}?(?:ない(?!と)|なく(?![しす])|なかっ|なけ|ません|まへん|ず(?=[、に。」\s]|$)|ぬ(?=[、。]|$)|無い|無く(?!し)|無かっ|無し|なし(?![たて])|無理|だめ|駄目|ダメ|不可|不能)/u;
/** English denies before it, within a few words: "no backup", "never get the code", "unable to approve". */
const deniedBefore =
  /(?:^|[^a-z])(?:not|no|never|none|nothing|without|unable|neither|nor|fail(?:s|ed|ing)?|stop(?:s|ped|ping)?|zero|hardly|refus(?:es|ed|ing)|lack(?:s|ing)?|any ?more)\b(?: [a-z0-9'-]+){0,4}[ '"(]*$/;
const notDeniedBetween = /\b(?:but|because|since|so|and then|however|as|when|after|if|until)\b/;
const latin = /[a-z0-9]/;

/** How any of some words is found in a normalised text. */
export interface WordSearch {
  /** Of each word the longest part that a text with the word in it cannot be without. */
  readonly parts: readonly string[];
  readonly pattern: string;
}

/**
 * A search for any of the words: Latin ones as whole words (`*` leaves the ending open), others anywhere.
 * What must not follow stands behind `!`: "phone !number" is not found in "phone number".
 */
export function wordSearch(words: readonly string[]): WordSearch {
  const searches = words.map(searchOf);
  return {
    parts: searches.map(({ part }) => part),
    pattern: searches.map(({ pattern }) => pattern).join('|'),
  };
}

function searchOf(word: string): { readonly part: string; readonly pattern: string } {
  const [wanted = '', ...unwanted] = normaliseText(word).split('!');
  const trimmed = wanted.trim();
  const open = trimmed.endsWith('*');
  const plain = open ? trimmed.slice(0, -1) : trimmed;
  const first = latin.test(plain.charAt(0)) ? '(?<![a-z0-9])' : '';
  const last = open ? '[a-z]*' : latin.test(plain.at(-1) ?? '') ? '(?![a-z0-9])' : '';
  const notThen = unwanted.map((next) => `(?![ -]?${escaped(next.trim())})`).join('');
  const [part = ''] = plain.split(/[ -]/).toSorted((one, other) => other.length - one.length);
  return { part, pattern: `${first}${escaped(plain)}${last}${notThen}` };
}

function escaped(plain: string): string {
  return plain.replace(/[.+?^${}()|[\]\\*]/g, '\\$&').replace(/[ -]/g, '[ -]?');
}

const nowhere: readonly WordPlace[] = [];

/** Every place of the words in one normalised sentence. */
export function findWords(search: WordSearch, sentence: string): readonly WordPlace[] {
  // Nearly always so. To compile a pattern costs far more: at the first opening after a start, a tenth of the start.
  if (!search.parts.some((part) => sentence.includes(part))) return nowhere;
  return [...sentence.matchAll(new RegExp(search.pattern, 'g'))].map((match) => {
    const end = match.index + match[0].length;
    return { start: match.index, end, denied: isDenied(sentence, match.index, end) };
  });
}

function isDenied(sentence: string, start: number, end: number): boolean {
  if (deniedAfter.test(sentence.slice(end, end + 16))) return true;
  const before = deniedBefore.exec(sentence.slice(Math.max(0, start - 50), start));
  return before !== null && !notDeniedBetween.test(before[0]);
}
