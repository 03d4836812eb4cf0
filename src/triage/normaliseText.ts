/** What a person writes beyond this is not read: nobody's trouble needs more, and reading stays quick. */
const longestRead = 4000;

const katakana = /[\u30a1-\u30f6]/g;
const contraction = /n't\b/g;

/**
 * One form for every way of writing the same: width (NFKC), case, katakana as hiragana, no long-vowel
 * marks (サーバー and サーバ), straight quotes, "can't" as "can not".
 */
export function normaliseText(text: string): string {
  return text
    .slice(0, longestRead)
    .normalize('NFKC')
    .toLowerCase()
    .replace(katakana, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60))
    .replace(/(?<=\p{Script=Hiragana})[ー〜~]+/gu, '')
    .replace(/[‘’`´]/g, "'")
    .replace(/\b(ca|wo)n't\b/g, (_, stem: string) => (stem === 'ca' ? 'can not' : 'will not'))
    .replace(contraction, ' not')
    .replace(/\bcannot\b/g, 'can not')
    .replace(
      /\b(cant|couldnt|wont|dont|doesnt|didnt|isnt|hasnt|havent|wasnt)\b/g,
      (word) => `${word.slice(0, -2)} not`,
    )
    .replace(/[ \t\u3000]+/g, ' ');
}

/** Sentences of a normalised text: reading never joins words across them. */
export function sentencesOf(text: string): string[] {
  return text.split(/[。！!？?\n;…]+|\.(?=\s|$)/u).filter((sentence) => sentence.trim() !== '');
}
