import { createHash } from 'node:crypto';
import type { GradedCase } from './figures';

const foldCount = 5;

/** From 1 to 5, by the id alone: a case stays in its fold whatever else is in the file. */
export function foldOf(id: string): number {
  return (createHash('sha256').update(id).digest().readUInt32BE(0) % foldCount) + 1;
}

/** All cases graded with one choice of the fitted numbers. */
export interface GradedChoice {
  readonly name: string;
  readonly graded: readonly GradedCase[];
}

interface Fold {
  readonly fold: number;
  /** The choice that did best on the other four folds. */
  readonly chosen: string;
  /** The cases of this fold under that choice. */
  readonly graded: readonly GradedCase[];
}

/** Fits on four folds and scores on the fifth, five times. Of equally good choices the first is taken. */
export function fiveFolds(choices: readonly GradedChoice[]): readonly Fold[] {
  return Array.from({ length: foldCount }, (_, index) => index + 1).flatMap((fold) => {
    const isWithin = ({ supportCase }: GradedCase) => foldOf(supportCase.id) === fold;
    const best = choices
      .map((choice) => ({ choice, merit: meritOf(choice.graded.filter((one) => !isWithin(one))) }))
      .reduce((one, other) => (other.merit > one.merit ? other : one)).choice;
    const graded = best.graded.filter(isWithin);
    return graded.length === 0 ? [] : [{ fold, chosen: best.name, graded }];
  });
}

/** Right causes and routes count alike; a question costs a little, and a wrong reset more than all can win. */
function meritOf(graded: readonly GradedCase[]): number {
  return graded.reduce(
    (sum, { first, route, wrongReset, walked }) =>
      sum + Number(first) + Number(route) - 0.01 * walked.asked.length - (wrongReset ? graded.length : 0),
    0,
  );
}
