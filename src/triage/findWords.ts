import { normaliseText } from './normaliseText';

/** One place in a sentence where a group of words was found, and whether it is denied there. */
export interface WordPlace {
  readonly start: number;
  readonly end: number;
  readonly denied: boolean;
}

/** Japanese denies after the word: 届かない, 届きません, ありません; the verb's ending may stand between. */
const deniedAfter =
  /^[^、,。0-9a-z]{0,5}?(ない|なく(?!し|な[っり]て?し)|なかっ|なけ|ません|ませんで|ず(?=[、に に。」]|$)|ぬ(?=[、。]|$)|無い|無く(?!し)|無かっ|無し|なし(?![たて])|無理|むり|だめ|不可|ねえ)/u;
/** English denies before it, within a few words: "no backup", "never get the code", "unable to approve". */
const deniedBefore =
  /(?:^|[^a-z])(?:not|no|never|none|nothing|without|unable|neither|nor|fail(?:s|ed|ing)?|stop(?:s|ped|ping)?|zero|hardly|refus(?:es|ed|ing)|lack(?:s|ing)?|any ?more)\b(?: [a-z0-9'-]+){0,4}[ '"(]*$/;
const notDeniedBetween = /\b(?:but|because|since|so|and then|however|as|when|after|if|until)\b/;
const latin = /[a-z0-9]/;

/** A search for any of the words: Latin ones as whole words (`*` leaves the ending open), others anywhere. */
export function wordSearch(words: readonly string[]): RegExp {
  const parts = words.map((word) => {
    const plain = normaliseText(word);
    const open = plain.endsWith('*');
    const escaped = (open ? plain.slice(0, -1) : plain)
      .replace(/[.+?^${}()|[\]\\*]/g, '\\$&')
      .replace(/[ -]/g, '[ -]?');
    const first = latin.test(plain.charAt(0)) ? '(?<![a-z0-9])' : '';
    const last = open ? '[a-z]*' : latin.test(plain.at(-1) ?? '') ? '(?![a-z0-9])' : '';
    return `${first}${escaped}${last}`;
  });
  return new RegExp(parts.join('|'), 'g');
}

/** Every place of the words in one normalised sentence. */
export function findWords(search: RegExp, sentence: string): WordPlace[] {
  return [...sentence.matchAll(search)].map((match) => {
    const end = match.index + match[0].length;
    return { start: match.index, end, denied: isDenied(sentence, match.index, end) };
  });
}

function isDenied(sentence: string, start: number, end: number): boolean {
  if (deniedAfter.test(sentence.slice(end, end + 14))) return true;
  const before = deniedBefore.exec(sentence.slice(Math.max(0, start - 50), start));
  return before !== null && !notDeniedBetween.test(before[0]);
}
