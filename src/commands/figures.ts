import type { SupportCase } from './caseFile';
import type { WalkedCase } from './walkCase';

/** A walked case held against its labels. */
export interface GradedCase {
  readonly supportCase: SupportCase;
  readonly walked: WalkedCase;
  readonly first: boolean;
  readonly firstThree: boolean;
  readonly route: boolean;
  /** A reset or a pass was proposed where neither would be right. */
  readonly wrongReset: boolean;
}

interface Figures {
  readonly cases: number;
  readonly first: number;
  readonly firstThree: number;
  readonly route: number;
  readonly meanAsked: number;
  readonly asked95: number;
  readonly wrongResets: number;
}

const resets: readonly string[] = ['admin-mfa-reset', 'admin-tap'];

export function gradeCase(supportCase: SupportCase, walked: WalkedCase): GradedCase {
  const { causes = [], routes = [] } = supportCase;
  const ranked = walked.assessment.causes.map(({ cause }) => cause);
  const taken = walked.assessment.route;
  return {
    supportCase,
    walked,
    first: causes.includes(ranked[0] ?? ''),
    firstThree: ranked.slice(0, 3).some((cause) => causes.includes(cause)),
    route: routes.includes(taken),
    wrongReset: resets.includes(taken) && !routes.some((route) => resets.includes(route)),
  };
}

/** Shares from 0 to 1, and how many questions it took. */
export function figuresOf(graded: readonly GradedCase[]): Figures {
  const share = (holds: (one: GradedCase) => boolean) => graded.filter(holds).length / graded.length;
  const asked = graded.map(({ walked }) => walked.asked.length).toSorted((one, other) => one - other);
  return {
    cases: graded.length,
    first: share((one) => one.first),
    firstThree: share((one) => one.firstThree),
    route: share((one) => one.route),
    meanAsked: asked.reduce((sum, count) => sum + count, 0) / graded.length,
    asked95: asked[Math.ceil(0.95 * asked.length) - 1] ?? 0,
    wrongResets: graded.filter((one) => one.wrongReset).length,
  };
}
