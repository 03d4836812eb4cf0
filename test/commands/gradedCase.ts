import { gradeCase, type GradedCase } from '../../src/commands/figures';
import type { Route } from '../../src/triage/assessment';

/** A graded case whose right cause is a lost device and whose right route is Microsoft's support. */
export function gradedCase(
  id: string,
  ranked: readonly string[],
  taken: Route,
  asked: readonly string[] = [],
): GradedCase {
  const causes = ranked.map((cause) => ({
    cause,
    probability: 1 / ranked.length,
    spokeFor: [],
    spokeAgainst: [],
  }));
  return gradeCase(
    { id, opening: '', facts: {}, tenant: {}, causes: ['device-lost'], routes: ['microsoft-support'] },
    { read: [], asked, assessment: { causes, route: taken, redFlags: [] } },
  );
}
