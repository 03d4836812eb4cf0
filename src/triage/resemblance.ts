import type { Cause, Finding, Wording } from './knowledge';
import type { Observation } from './observation';

/** The finding that holds which causes an opening sounds like; each value is a cause and how much it does. */
export const resembles = 'resembles';

/** How much one step of likeness raises a cause, as a logarithm, and how many steps there are. */
const stepSize = 0.35;
const mostSteps = 10;
/** Share of openings that sound like nothing that was ever learnt. */
const outlandish = 0.1;
/** How far the likeness is trusted beside what was read in so many words, with which it overlaps. */
const trust = 0.5;
/** Fewer known words than this say nothing: "hello" resembles no trouble. */
const fewestFeatures = 3;
const mostCauses = 6;
/** The weights are stored as whole numbers of this size. */
const unit = 0.05;
/** The model was kept smooth when it was trained; this makes its shares mean what they say. */
const sharpness = 3;

/** Which causes an opening sounds like, the likest first; undefined where it sounds like none in particular. */
export function resemblanceIn(wording: Wording, features: ReadonlySet<string>): Observation | undefined {
  const shares = sharesOf(wording, features);
  if (shares === undefined) return undefined;
  const values = wording.causes
    .map((cause, index) => ({ cause, steps: stepsOf(shares[index] ?? 0, wording.causes.length) }))
    .filter(({ steps }) => steps > 0)
    .toSorted((one, other) => other.steps - one.steps)
    .slice(0, mostCauses)
    .map(({ cause, steps }) => valueOf(cause, steps));
  return values.length === 0 ? undefined : { finding: resembles, values, origin: 'opening' };
}

function sharesOf({ causes, weights }: Wording, features: ReadonlySet<string>): number[] | undefined {
  const known = [...features].flatMap((feature) => weights.get(feature) ?? []);
  if (known.length < fewestFeatures) return undefined;
  // Rare words tell more; the length of a text must not make it surer.
  const length = Math.hypot(...known.map(({ rarity }) => rarity));
  const scores = causes.map(() => 0);
  for (const { rarity, byCause } of known) {
    for (const [cause, weight] of byCause) {
      scores[cause] = (scores[cause] ?? 0) + (rarity / length) * weight * unit;
    }
  }
  const highest = Math.max(...scores);
  const raw = scores.map((score) => Math.exp(sharpness * (score - highest)));
  const sum = raw.reduce((total, one) => total + one, 0);
  return raw.map((one) => one / sum);
}

function stepsOf(share: number, causes: number): number {
  const floor = outlandish / causes;
  const raised = trust * Math.log(((1 - outlandish) * share + floor) / floor);
  return Math.min(mostSteps, Math.round(raised / stepSize));
}

function valueOf(cause: string, steps: number): string {
  return `${cause} ${steps}`;
}

/** The finding with all values that it can have, for causes that the knowledge names. */
export function resemblanceFinding(causes: readonly Pick<Cause, 'id' | 'name'>[]): Finding {
  const steps = Array.from({ length: mostSteps }, (_, index) => index + 1);
  return {
    id: resembles,
    by: 'opening',
    kind: 'choice',
    many: true,
    ranked: true,
    fromTenant: 1,
    values: new Map(
      causes.flatMap(({ id, name }) =>
        steps.map((step) => [
          valueOf(id, step),
          {
            label: undefined,
            told: {
              ja: `お話のしかたが、よくある相談「${name.ja}」に似ています`,
              en: `Your words are like those of people with: ${name.en}`,
            },
            otherwise: 'never',
            weight: 1,
          },
        ]),
      ),
    ),
    canTell: 'never',
    weight: 1,
    card: undefined,
    question: undefined,
    why: undefined,
  };
}

/** How much each value raises its cause over all others, as logarithms. */
export function resemblanceTable(
  { values }: Finding,
  causes: readonly Pick<Cause, 'id'>[],
): ReadonlyMap<string, readonly number[]> {
  return new Map(
    [...values.keys()].map((value) => {
      const [cause, steps] = value.split(' ');
      return [value, causes.map(({ id }) => (id === cause ? Number(steps) * stepSize : 0))];
    }),
  );
}
