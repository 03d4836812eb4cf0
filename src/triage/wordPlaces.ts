import { findWords, type WordPlace } from './findWords';
import type { Knowledge } from './knowledge';
import { normaliseText, sentencesOf } from './normaliseText';

/** Where a group of words stands, by the group's name. */
export type PlacesOf = (word: string) => readonly WordPlace[];

/** A text as it is read: in one form, as a whole and by its sentences. */
export interface WordPlaces {
  readonly normal: string;
  readonly whole: PlacesOf;
  readonly sentences: readonly PlacesOf[];
}

const nowhere: readonly WordPlace[] = [];

/** Finds each group of words at most once in the whole and once in each sentence. */
export function wordPlaces({ words }: Pick<Knowledge, 'words'>, text: string): WordPlaces {
  const normal = normaliseText(text);
  const lookUp = (part: string) =>
    remember((word) => {
      const search = words.get(word);
      return search === undefined ? nowhere : findWords(search, part);
    });
  const whole = lookUp(normal);
  const sentences = sentencesOf(normal).map((sentence) => {
    const inSentence = lookUp(sentence);
    // Most groups stand nowhere in the text: they need not be looked for in each sentence.
    return (word: string) => (whole(word).length === 0 ? nowhere : inSentence(word));
  });
  return { normal, whole, sentences };
}

function remember(look: PlacesOf): PlacesOf {
  const known = new Map<string, readonly WordPlace[]>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const places = look(word);
    known.set(word, places);
    return places;
  };
}
