import type { RemedyKind } from './remedyPlan';

/** What a remedy has to do when nobody's sign-in is at hand any more, each with Monban's own permission for just that. */
export const laterSteps = ['delete-pass', 'restore-exclusion'] as const;
export type LaterStep = (typeof laterSteps)[number];

const stepOf = {
  'issue-temporary-access-pass': 'delete-pass',
  'exclude-for-a-time': 'restore-exclusion',
} as const satisfies Partial<Record<RemedyKind, LaterStep>>;

/** Whether Monban may do by itself what a remedy of this kind leaves for later; else an administrator is reminded. */
export function mayFinishLater(
  kind: keyof typeof stepOf,
  may: { readonly laterSteps: readonly LaterStep[]; readonly applicationRemedies: readonly RemedyKind[] },
): boolean {
  return may.applicationRemedies.includes(kind) || may.laterSteps.includes(stepOf[kind]);
}
