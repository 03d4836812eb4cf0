import type { GradedCase } from './figures';

/** How sure the engine said it was, in three bands. */
const bands = [
  { name: 'under 0.5', from: 0, to: 0.5 },
  { name: '0.5 to 0.8', from: 0.5, to: 0.8 },
  { name: 'over 0.8', from: 0.8, to: Number.POSITIVE_INFINITY },
];

/** Whether the first cause's probability means what it says: its mean against how often that cause was right. */
export function calibrationLines(graded: readonly GradedCase[]): readonly string[] {
  const all = graded.map((one) => ({
    said: one.walked.assessment.causes[0]?.probability ?? 0,
    right: one.first,
  }));
  const told = bands.flatMap(({ name, from, to }) => {
    const within = all.filter(({ said }) => said >= from && said < to);
    return within.length === 0 ? [] : [`${name}: ${saidAndRight(within)} (${within.length} cases)`];
  });
  return [`sureness of the first cause: ${saidAndRight(all)}`, `  ${told.join(';  ')}`];
}

function saidAndRight(cases: readonly { readonly said: number; readonly right: boolean }[]): string {
  const said = cases.reduce((sum, one) => sum + one.said, 0) / cases.length;
  const right = cases.filter((one) => one.right).length / cases.length;
  return `said ${said.toFixed(2)}, right ${right.toFixed(2)}`;
}
