import type { Knowledge } from '../triage/knowledge';
import { readOpening } from '../triage/readOpening';
import { wordingFeatures } from '../triage/wordingFeatures';
import { wordPlaces } from '../triage/wordPlaces';
import type { SupportCase } from './caseFile';
import { softmaxRegression, type Example } from './softmaxRegression';

/** A feature of fewer openings than this is chance, or could tell of a single text. */
const fewestOpenings = 2;
/** Weights are stored in these steps; what is smaller than the smallest kept says nothing. */
const unit = 0.05;
const smallestKept = 2;

/** Learns from openings whose cause is known how each trouble is told, as the text of a knowledge file. */
export function wordingModel(
  knowledge: Knowledge,
  openings: readonly SupportCase[],
  learntFrom: string,
): string {
  const untaught = { ...knowledge, wording: { causes: [], weights: new Map() } };
  const causes = knowledge.causes.map(({ id }) => id);
  const told = openings.flatMap(({ opening, causes: right = [] }) => {
    const belongsTo = causes.indexOf(right[0] ?? '');
    const features = wordingFeatures(untaught, wordPlaces(untaught, opening), readOpening(untaught, opening));
    return belongsTo < 0 ? [] : [{ features, belongsTo }];
  });
  const rarities = raritiesOf(told.map(({ features }) => features));
  const names = [...rarities.keys()];
  const places = new Map(names.map((name, place) => [name, place]));
  const examples = told.map(({ features, belongsTo }): Example => {
    const known = [...features].flatMap((feature) => {
      const place = places.get(feature);
      return place === undefined ? [] : [[place, rarities.get(feature) ?? 0] as const];
    });
    const length = Math.hypot(...known.map(([, rarity]) => rarity)) || 1;
    return { belongsTo, features: known.map(([place, rarity]) => [place, rarity / length] as const) };
  });
  const weights = softmaxRegression(examples, names.length, causes.length);
  return written(
    { learntFrom, causes },
    names.map((name, place) => ({ name, rarity: rarities.get(name) ?? 0, weights: weights[place] ?? [] })),
  );
}

function raritiesOf(texts: readonly ReadonlySet<string>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const features of texts) {
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  }
  return new Map(
    [...counts]
      .filter(([, count]) => count >= fewestOpenings)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([feature, count]) => [feature, Math.log(texts.length / count)]),
  );
}

interface Learnt {
  readonly name: string;
  readonly rarity: number;
  readonly weights: ArrayLike<number>;
}

function written(
  { learntFrom, causes }: { readonly learntFrom: string; readonly causes: readonly string[] },
  learnt: readonly Learnt[],
): string {
  const lines = learnt.map(({ name, rarity, weights }) => {
    const pairs = Array.from(weights)
      .map((weight, cause) => ({ cause, steps: Math.round(weight / unit) }))
      .filter(({ steps }) => Math.abs(steps) >= smallestKept)
      .map(({ cause, steps }) => `${cause}:${steps}`);
    return `    ${[name, Math.round(rarity * 100), ...pairs].join(' ')}`;
  });
  return [
    '# How people tell of each trouble, learnt from openings of our own by "npm run learn-wording"; not edited by hand.',
    '# feature: rarity in hundredths, then place of the cause:weight. +group and -group are words said and denied,',
    '# finding=value what the patterns read, the rest beginnings of words and pairs of characters.',
    'wording:',
    `  learntFrom: "${learntFrom}"`,
    `  causes: [${causes.join(', ')}]`,
    '  features: |',
    ...lines,
    '',
  ].join('\n');
}
