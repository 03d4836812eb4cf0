import type { Knowledge } from './knowledge';
import type { Observation } from './observation';
import type { PlacesOf, WordPlaces } from './wordPlaces';

/** English words that stand in any trouble alike. */
const common = new Set(
  (
    'a an the i my me we ours our you your he she it its is am are was were be been to of in on at for and or but so ' +
    'that this these those with from by as do does did have has had will would can could not'
  ).split(' '),
);
const stemLength = 6;
const japanese = /[\u3040-\u30ff\u4e00-\u9fff]+/gu;

/**
 * What of an opening a statistical reading can hold on to: the groups of words that stand in it (said or denied),
 * what was read from it already, the beginnings of its English words, and pairs of Japanese characters, which need
 * no word boundaries. Nothing longer than that is ever kept of a text.
 */
export function wordingFeatures(
  knowledge: Pick<Knowledge, 'words'>,
  { normal, sentences }: WordPlaces,
  read: readonly Observation[],
): ReadonlySet<string> {
  return new Set([
    ...sentences.flatMap((sentence) => groupsIn(knowledge, sentence)),
    ...read.flatMap(({ finding, values }) => values.map((value) => `${finding}=${value}`)),
    ...(normal.match(/[a-z0-9']+/g) ?? []).filter((word) => !common.has(word)).map(stemOf),
    ...(normal.match(japanese) ?? []).flatMap(pairsOf),
  ]);
}

function groupsIn({ words }: Pick<Knowledge, 'words'>, sentence: PlacesOf): string[] {
  const groups: string[] = [];
  for (const name of words.keys()) {
    if (name.startsWith('「')) continue;
    for (const { denied } of sentence(name)) groups.push(denied ? `-${name}` : `+${name}`);
  }
  return groups;
}

function stemOf(word: string): string {
  const plain = word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word;
  return plain.slice(0, stemLength);
}

function pairsOf(run: string): string[] {
  const letters = Array.from(run);
  return letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`);
}
