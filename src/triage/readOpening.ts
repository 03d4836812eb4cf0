import type { WordPlace } from './findWords';
import type { Knowledge, OpeningPattern, PatternTerm } from './knowledge';
import type { Observation } from './observation';
import { readErrorCodes } from './readErrorCodes';
import { resemblanceIn } from './resemblance';
import { wordingFeatures } from './wordingFeatures';
import { type PlacesOf, wordPlaces } from './wordPlaces';

/** How far apart the words of one pattern may stand, in characters; Japanese says as much in half. */
const farthest = {
  latin: { sentence: 90, near: 36, all: Number.POSITIVE_INFINITY },
  japanese: { sentence: 44, near: 18, all: Number.POSITIVE_INFINITY },
};

/** Reads a person's first words, in either language, into findings. The same words always give the same findings. */
export function readOpening(knowledge: Knowledge, text: string): readonly Observation[] {
  const places = wordPlaces(knowledge, text);
  const { normal, sentences, whole } = places;
  const spans = /[\u3041-\u309f\u4e00-\u9fff]/.test(normal) ? farthest.japanese : farthest.latin;
  const found = knowledge.openings.filter(({ terms, reach }) =>
    (reach === 'all' ? [whole] : sentences).some((part) => matches(terms, part, spans[reach])),
  );
  const codes = readErrorCodes(normal);
  const observations = [...knowledge.findings.values()].flatMap((finding) => {
    const ofFinding = found.filter((pattern) => pattern.finding === finding.id);
    const values = finding.many ? [...new Set(ofFinding.map((p) => p.value))] : singleValue(ofFinding);
    return values.length === 0 ? [] : [{ finding: finding.id, values, origin: 'opening' as const }];
  });
  const read: Observation[] =
    codes.length === 0
      ? observations
      : [...observations, { finding: 'error_code', values: codes, origin: 'opening' }];
  const likeness = resemblanceIn(knowledge.wording, wordingFeatures(knowledge, places, read));
  return likeness === undefined ? read : [...read, likeness];
}

/** Where patterns disagree about a finding with one value, the one that says more counts; a tie says nothing. */
function singleValue(patterns: readonly OpeningPattern[]): string[] {
  const weight = (pattern: OpeningPattern) =>
    pattern.terms.filter((term) => term.polarity !== 'absent').length;
  const most = Math.max(0, ...patterns.map(weight));
  const values = new Set(
    patterns.filter((pattern) => weight(pattern) === most).map((pattern) => pattern.value),
  );
  return values.size === 1 ? [...values] : [];
}

function matches(terms: readonly PatternTerm[], part: PlacesOf, span: number): boolean {
  if (terms.some((term) => term.polarity === 'absent' && part(term.word).length > 0)) return false;
  const places: (readonly WordPlace[])[] = [];
  for (const { polarity, word } of terms) {
    if (polarity === 'absent') continue;
    const found = part(word).filter(
      (place) => polarity === 'any' || place.denied === (polarity === 'denied'),
    );
    // Most patterns end here: their other words need not be looked for.
    if (found.length === 0) return false;
    places.push(found);
  }
  return closeTogether(places, span);
}

/** Whether one place of each can be chosen so that all lie within the span. */
function closeTogether(places: readonly (readonly WordPlace[])[], span: number): boolean {
  const starts = places.flatMap((some) => some.map((place) => place.start));
  return starts.some((from) =>
    places.every((some) => some.some((place) => place.start >= from && place.start <= from + span)),
  );
}
