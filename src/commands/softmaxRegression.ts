/** One text: its features with how much each counts, and the class that it belongs to. */
export interface Example {
  readonly features: readonly (readonly [feature: number, amount: number])[];
  readonly belongsTo: number;
}

const rounds = 300;
const pace = 20;
const inertia = 0.9;
/** Keeps the weights small: with few texts for each class, none of them may count for much by itself. */
const restraint = 0.0003;

/** Multinomial logistic regression by gradient descent with momentum. The same texts always give the same weights. */
export function softmaxRegression(
  examples: readonly Example[],
  featureCount: number,
  classCount: number,
): readonly Float64Array[] {
  const size = featureCount * classCount;
  const weights = new Float64Array(size);
  const speed = new Float64Array(size);
  for (let round = 0; round < rounds; round += 1) {
    const slope = slopeOf(examples, weights, classCount);
    for (let place = 0; place < size; place += 1) {
      const downhill = (slope[place] ?? 0) / examples.length + restraint * (weights[place] ?? 0);
      const next = inertia * (speed[place] ?? 0) - pace * downhill;
      speed[place] = next;
      weights[place] = (weights[place] ?? 0) + next;
    }
  }
  return Array.from({ length: featureCount }, (_, feature) =>
    weights.slice(feature * classCount, (feature + 1) * classCount),
  );
}

function slopeOf(examples: readonly Example[], weights: Float64Array, classCount: number): Float64Array {
  const slope = new Float64Array(weights.length);
  const scores = new Float64Array(classCount);
  for (const { features, belongsTo } of examples) {
    scores.fill(0);
    for (const [feature, amount] of features) {
      for (let one = 0; one < classCount; one += 1) {
        scores[one] = (scores[one] ?? 0) + amount * (weights[feature * classCount + one] ?? 0);
      }
    }
    toShares(scores);
    scores[belongsTo] = (scores[belongsTo] ?? 0) - 1;
    for (const [feature, amount] of features) {
      for (let one = 0; one < classCount; one += 1) {
        const place = feature * classCount + one;
        slope[place] = (slope[place] ?? 0) + amount * (scores[one] ?? 0);
      }
    }
  }
  return slope;
}

function toShares(scores: Float64Array): void {
  const highest = Math.max(...scores);
  let sum = 0;
  for (let one = 0; one < scores.length; one += 1) {
    const share = Math.exp((scores[one] ?? 0) - highest);
    scores[one] = share;
    sum += share;
  }
  for (let one = 0; one < scores.length; one += 1) scores[one] = (scores[one] ?? 0) / sum;
}
