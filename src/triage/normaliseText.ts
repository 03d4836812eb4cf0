/** What a person writes beyond this is not read: nobody's trouble needs more, and reading stays quick. */
const longestRead = 4000;

const smallKatakana: Readonly<Record<string, string>> = {
  ァ: 'ア',
  ィ: 'イ',
  ゥ: 'ウ',
  ェ: 'エ',
  ォ: 'オ',
  ヶ: 'ケ',
};
const shortForms = /\b(?:are|could|did|do|does|had|has|have|is|should|was|were|would)n'?t\b/g;

/**
 * One form for every way of writing the same: width (NFKC), case, no long-vowel marks (サーバー and サーバ),
 * small katakana as large (ウィンドウ and ウインドウ), できる for 出来る, "can't" and "cannot" as "can not".
 */
export function normaliseText(text: string): string {
  return text
    .slice(0, longestRead)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=[\u30a1-\u30fe])[ー〜~―]+/gu, '')
    .replace(/[ァィゥェォヶ]/gu, (letter) => smallKatakana[letter] ?? letter)
    .replaceAll('出来', 'でき')
    .replace(/[‘’`´]/g, "'")
    .replace(/\bcannot\b/g, 'can not')
    .replace(/\bcan't\b|\bcant\b/g, 'can not')
    .replace(/\bwon't\b|\bwont\b/g, 'will not')
    .replace(shortForms, (form) => `${form.replace(/n'?t$/, '')} not`)
    .replace(/[ \t\u3000]+/g, ' ');
}

/** Sentences of a normalised text: reading never joins words across them. */
export function sentencesOf(text: string): string[] {
  return text.split(/[。！!？?\n;…]+|\.(?=\s|$)/u).filter((sentence) => sentence.trim() !== '');
}
