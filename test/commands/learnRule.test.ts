import fc from 'fast-check';
import { suggestPrior } from '../../src/commands/learnRule';
import { priors, type HowCommon } from '../../src/triage/scale';

/** From the rarest to the commonest. */
const words: readonly HowCommon[] = ['rare', 'uncommon', 'regular', 'common'];
const word = fc.constantFrom(...words);
const confirmed = fc.nat(2_000);
const expected = fc.double({ min: 0, max: 2_000, noNaN: true });
const more = fc.nat(500);

function rank(prior: HowCommon): number {
  return words.indexOf(prior);
}

describe('the rule that suggests a prior', () => {
  test('knows every word of the scale', () => {
    expect(Object.keys(priors).toSorted()).toEqual(words.toSorted());
  });

  test('never goes further than one step', () => {
    fc.assert(
      fc.property(word, confirmed, expected, (present, seen, due) => {
        expect(Math.abs(rank(suggestPrior(present, seen, due)) - rank(present))).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('never makes a cause rarer for being confirmed more often', () => {
    fc.assert(
      fc.property(word, confirmed, expected, more, (present, seen, due, added) => {
        const [less, most] = [suggestPrior(present, seen, due), suggestPrior(present, seen + added, due)];
        expect(rank(most)).toBeGreaterThanOrEqual(rank(less));
      }),
    );
  });

  test('never makes a cause commoner for being expected more often', () => {
    fc.assert(
      fc.property(word, confirmed, expected, more, (present, seen, due, added) => {
        const [less, most] = [suggestPrior(present, seen, due), suggestPrior(present, seen, due + added)];
        expect(rank(most)).toBeLessThanOrEqual(rank(less));
      }),
    );
  });

  test('changes nothing for fewer than ten people', () => {
    const few = fc.double({ min: 0, max: 9.99, noNaN: true });
    fc.assert(
      fc.property(word, fc.nat(9), few, (present, seen, due) => suggestPrior(present, seen, due) === present),
    );
  });

  test('changes nothing where the counts are as expected', () => {
    fc.assert(fc.property(word, confirmed, (present, seen) => suggestPrior(present, seen, seen) === present));
  });

  test.each([
    ['regular', 9, 0, 'regular'],
    ['regular', 10, 1, 'common'],
    ['regular', 40, 25, 'regular'],
    ['regular', 60, 25, 'common'],
    ['regular', 0, 8, 'regular'],
    ['regular', 0, 10, 'uncommon'],
    ['common', 500, 10, 'common'],
    ['rare', 0, 500, 'rare'],
  ] as const)('%s, confirmed by %d where %d were expected: %s', (present, seen, due, suggested) => {
    expect(suggestPrior(present, seen, due)).toBe(suggested);
  });
});
