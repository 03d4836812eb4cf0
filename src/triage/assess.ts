import type { Assessment, RankedCause } from './assessment';
import { chooseRoute, mixRoutes } from './chooseRoute';
import { heardFindings, type Heard } from './heardFindings';
import type { Knowledge } from './knowledge';
import type { Observation } from './observation';
import { holds, routeOdds } from './routeOdds';
import { priors } from './scale';
import { likelihood, weighEvidence } from './weighEvidence';

/** From which factor on a finding is worth naming as a reason for or against (about 1.4 times). */
const worthNaming = 0.35;

/** What the findings so far amount to: all causes ranked with their reasons, the route, and red flags. */
export function assess(knowledge: Knowledge, observations: readonly Observation[]): Assessment {
  const heard = heardFindings(knowledge, observations);
  const probabilities = weighEvidence(knowledge, heard);
  const causes = rankCauses(knowledge, heard, probabilities);
  const mixed = mixRoutes(probabilities, (index) => routeOdds(knowledge, index, heard));
  return {
    causes,
    route: chooseRoute(knowledge.tuning, mixed, Math.max(...probabilities)),
    redFlags: redFlagsIn(knowledge, heard),
  };
}

function rankCauses(knowledge: Knowledge, heard: Heard, probabilities: readonly number[]): RankedCause[] {
  const pulls = [...heard.telling.values()]
    .flatMap((observation) => eachAlone(knowledge, observation))
    .map((observation) => ({ observation, pull: pullOf(knowledge, observation) }));
  return knowledge.causes
    .map((cause, index) => ({
      cause: cause.id,
      probability: probabilities[index] ?? 0,
      spokeFor: pulls
        .filter(({ pull }) => (pull[index] ?? 0) > worthNaming)
        .map(({ observation }) => observation),
      spokeAgainst: pulls
        .filter(
          ({ observation, pull }) => (pull[index] ?? 0) < -worthNaming && !isRanked(knowledge, observation),
        )
        .map(({ observation }) => observation),
    }))
    .toSorted((one, other) => other.probability - one.probability);
}

/** Ranked guesses are each for a cause of their own, so each is a reason by itself. */
function eachAlone(knowledge: Knowledge, observation: Observation): readonly Observation[] {
  if (!isRanked(knowledge, observation)) return [observation];
  return observation.values.map((value) => ({ ...observation, values: [value] }));
}

function isRanked(knowledge: Knowledge, { finding }: Observation): boolean {
  return knowledge.findings.get(finding)?.ranked === true;
}

/** How much an observation raises each cause over the average one, as a logarithm. */
function pullOf(knowledge: Knowledge, { finding, values }: Observation): number[] {
  const weights = knowledge.causes.map((cause) => priors[cause.prior]);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const pulls = knowledge.causes.map(() => 0);
  for (const value of values) {
    const seen = likelihood(knowledge, finding, value);
    if (seen === undefined) continue;
    const average = Math.log(
      seen.chances.reduce((sum, chance, index) => sum + chance * (weights[index] ?? 0), 0) / all,
    );
    seen.logs.forEach((log, index) => (pulls[index] = (pulls[index] ?? 0) + log - average));
  }
  return pulls;
}

/** The red flags alone, without ranking anything. */
export function redFlagsOf(knowledge: Knowledge, observations: readonly Observation[]): readonly string[] {
  return redFlagsIn(knowledge, heardFindings(knowledge, observations));
}

/** The likeliest cause and how likely it is, without anything about the others. */
export function likeliestCause(
  knowledge: Knowledge,
  observations: readonly Observation[],
): { readonly cause: string | undefined; readonly probability: number } {
  const probabilities = weighEvidence(knowledge, heardFindings(knowledge, observations));
  const probability = Math.max(0, ...probabilities);
  return { cause: knowledge.causes[probabilities.indexOf(probability)]?.id, probability };
}

function redFlagsIn(knowledge: Knowledge, heard: Heard): string[] {
  return knowledge.redFlags
    .filter((flag) => flag.when.every((condition) => holds(heard, condition) === true))
    .map((flag) => flag.id);
}
