import type { GradedCase } from './figures';
import { figuresLine } from './figuresLine';

/** The figures of each cause (a case counts for the best of its right ones), and what was said in its place. */
export function causeLines(causes: readonly string[], graded: readonly GradedCase[]): readonly string[] {
  const of = (cause: string) => graded.filter(({ supportCase }) => supportCase.causes?.[0] === cause);
  const width = Math.max(...causes.map((cause) => cause.length));
  const lines = causes.flatMap((cause) => {
    const ofCause = of(cause);
    const instead = ofCause
      .filter(({ first }) => !first)
      .map(({ walked, supportCase }) => `${supportCase.id} ${walked.assessment.causes[0]?.cause ?? ''}`);
    const added = instead.length === 0 ? '' : `  instead ${instead.join(', ')}`;
    return figuresLine(cause, ofCause, width).map((line) => line + added);
  });
  const without = causes.filter((cause) => of(cause).length === 0);
  return ['', ...lines, ...(without.length === 0 ? [] : [`no case of ${without.join(', ')}`])];
}
