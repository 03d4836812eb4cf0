const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー]/gu;

/**
 * Every run of eight words, and of sixteen characters at least half of which are Japanese: a product's name with
 * a particle behind it is nobody's sentence. Width, case, spaces and punctuation do not matter. `times` makes the
 * runs as many times longer.
 */
export function runsIn(text: string, times = 1): readonly string[] {
  const plain = text.normalize('NFKC').toLowerCase().replaceAll('’', "'");
  const words = plain.match(/[\p{Script=Latin}\d']+/gu) ?? [];
  const letters = Array.from(plain.replace(/[\p{P}\p{S}\s]/gu, ''));
  const runsOfLetters = windows(letters, 16 * times).map((run) => run.join(''));
  return [
    ...windows(words, 8 * times).map((run) => run.join(' ')),
    ...runsOfLetters.filter((run) => (run.match(japanese)?.length ?? 0) >= 8 * times),
  ];
}

function windows<Item>(items: readonly Item[], size: number): Item[][] {
  return items.slice(size - 1).map((_, start) => items.slice(start, start + size));
}
