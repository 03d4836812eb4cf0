import { priors, type HowCommon } from '../triage/scale';

/** How many confirmations the present word weighs as much as: the more, the slower it moves. */
const steadiness = 20;
/** Below this, neither confirmed nor expected, a cause was not seen often enough to say anything. */
const enough = 10;

/** The scale from the rarest word to the commonest. */
const ladder = Object.keys(priors)
  .filter(isHowCommon)
  .toSorted((one, other) => priors[one] - priors[other]);

/**
 * Which word the counts suggest for a prior: the present one, or the next one up or down, never further.
 *
 * `confirmed` people had the cause where the present words would lead one to expect `expected` of them. Their ratio is
 * shrunk towards 1, (confirmed + 20) / (expected + 20), and moves the prior by it. The next word is suggested where
 * the moved prior lies nearer to it than to the present one (on a scale of ratios), and at least 10 people stand
 * behind it: confirmed for a commoner word, expected for a rarer one. So more confirmations never make a cause rarer,
 * more of other causes never make it commoner, and few of either change nothing.
 */
export function suggestPrior(present: HowCommon, confirmed: number, expected: number): HowCommon {
  const moved = (priors[present] * (confirmed + steadiness)) / (expected + steadiness);
  const at = ladder.indexOf(present);
  const commoner = ladder[at + 1];
  if (commoner !== undefined && confirmed >= enough && moved > between(present, commoner)) return commoner;
  const rarer = ladder[at - 1];
  if (rarer !== undefined && expected >= enough && moved < between(present, rarer)) return rarer;
  return present;
}

/** Where two words meet: the geometric mean, because priors are compared by how many times commoner they are. */
function between(one: HowCommon, other: HowCommon): number {
  return Math.sqrt(priors[one] * priors[other]);
}

function isHowCommon(word: string): word is HowCommon {
  return word in priors;
}
