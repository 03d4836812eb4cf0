import fc from 'fast-check';
import { fiveFolds, foldOf } from '../../src/commands/fiveFolds';
import { gradedCase } from './gradedCase';

const ids = Array.from({ length: 40 }, (_, index) => `en-${index}`);

/** A choice that is right for the cases that are named. */
function choice(name: string, isRight: (id: string) => boolean) {
  return {
    name,
    graded: ids.map((id) =>
      gradedCase(id, isRight(id) ? ['device-lost'] : ['device-broken'], 'microsoft-support'),
    ),
  };
}

describe('the fold of a case', () => {
  test('is one of five', () => {
    fc.assert(fc.property(fc.string(), (id) => [1, 2, 3, 4, 5].includes(foldOf(id))));
  });

  test('stays what it was', () => {
    expect(['ja-001', 'en-001', 'en-117'].map(foldOf)).toEqual([5, 5, 2]);
  });
});

describe('five folds', () => {
  test('score every case once', () => {
    const folds = fiveFolds([choice('only', () => true)]);
    const scored = folds.flatMap(({ graded }) => graded.map(({ supportCase }) => supportCase.id));
    expect(scored.toSorted()).toEqual(ids.toSorted());
  });

  test('do not let a fold choose for itself', () => {
    const folds = fiveFolds([
      choice('right but in fold 2', (id) => foldOf(id) !== 2),
      choice('right in fold 2 alone', (id) => foldOf(id) === 2),
    ]);
    expect(folds.find(({ fold }) => fold === 2)?.graded.filter(({ first }) => first)).toEqual([]);
  });

  test('keep the first of equally good choices', () => {
    const folds = fiveFolds([choice('here', () => true), choice('other', () => true)]);
    expect(folds.map(({ chosen }) => chosen)).toEqual(['here', 'here', 'here', 'here', 'here']);
  });
});
