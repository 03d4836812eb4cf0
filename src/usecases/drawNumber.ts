import type { Randomness } from './randomness';

const fewestLetters = 4;
const triesOfEachLength = 3;

/**
 * Draws a number that nobody has yet. Four letters out of 31 are taken now and then among some thousand cases, and all
 * of them among a million: after a few tries it gets a letter longer.
 */
export async function drawNumber(
  random: Pick<Randomness, 'number'>,
  prefix: 'C' | 'R',
  isFree: (number: string) => Promise<boolean>,
): Promise<string> {
  for (let tried = 0; ; tried++) {
    const number = random.number(prefix, fewestLetters + Math.floor(tried / triesOfEachLength));
    if (await isFree(number)) return number;
  }
}
