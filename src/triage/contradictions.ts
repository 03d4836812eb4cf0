import { heardFindings, unknownValue } from './heardFindings';
import type { Knowledge } from './knowledge';
import type { Observation } from './observation';
import { holds } from './routeOdds';

/**
 * What was said that cannot both be so: one finding told differently by opening, person and tenant, or findings
 * that exclude one another. Each entry names the findings in dispute.
 */
export function contradictions(
  knowledge: Knowledge,
  observations: readonly Observation[],
): readonly (readonly string[])[] {
  const heard = heardFindings(knowledge, observations);
  const between = knowledge.contradictions
    .filter((conditions) => conditions.every((condition) => holds(heard, condition) === true))
    .map((conditions) => conditions.map(({ finding }) => finding));
  return [...toldDifferently(knowledge, observations).map((finding) => [finding]), ...between];
}

/** Findings of one value for which two sources gave different ones. */
function toldDifferently(knowledge: Knowledge, observations: readonly Observation[]): string[] {
  const single = observations.filter(
    ({ finding, values }) =>
      knowledge.findings.get(finding)?.many === false && !values.includes(unknownValue),
  );
  const differing = single.filter((one) =>
    single.some((other) => other.finding === one.finding && other.values.join() !== one.values.join()),
  );
  return [...new Set(differing.map(({ finding }) => finding))].toSorted();
}
