import { figuresOf, type GradedCase } from './figures';

/** One line of figures, wide enough names aligned; nothing where there is no case. */
export function figuresLine(name: string, graded: readonly GradedCase[], width = 4): readonly string[] {
  if (graded.length === 0) return [];
  const { cases, first, firstThree, route, meanAsked, asked95, wrongResets } = figuresOf(graded);
  return [
    `${name.padEnd(width)} cases ${cases}  top-1 ${first.toFixed(3)}  top-3 ${firstThree.toFixed(3)}  ` +
      `route ${route.toFixed(3)}  questions mean ${meanAsked.toFixed(2)} p95 ${asked95}  wrong resets ${wrongResets}`,
  ];
}
