import { mixRoutes } from './chooseRoute';
import type { Heard } from './heardFindings';
import type { Finding, Knowledge } from './knowledge';
import { routeOdds, type RouteOdds } from './routeOdds';
import { frequencies } from './scale';
import { likelihood, weighEvidence, weighOneMore } from './weighEvidence';

/** What it is worth to have the route right, the first cause right, and the right one among the first three. */
const worth = { route: 0.45, first: 0.45, firstThree: 0.1 };

export interface AskingValue {
  readonly finding: Finding;
  /** How much better the decision is expected to be, from 0 to 1. */
  readonly value: number;
}

/** What asking each open finding is expected to add to the decision about route and cause. */
export function valueOfAsking(knowledge: Knowledge, heard: Heard, open: readonly Finding[]): AskingValue[] {
  const probabilities = weighEvidence(knowledge, heard);
  const deciding = new Set(
    knowledge.routeRules.flatMap((rule) => rule.when.map((condition) => condition.finding)),
  );
  const oddsNow = remember((index) => routeOdds(knowledge, index, heard));
  const now = quality(probabilities, oddsNow);
  return open.map((finding) => {
    let expected = 0;
    for (const { value, share, after } of answersTo(knowledge, finding, probabilities)) {
      const odds = deciding.has(finding.id) ? oddsWith(knowledge, heard, finding.id, value) : oddsNow;
      expected += share * quality(after, odds);
    }
    return { finding, value: (expected - now) * frequencies[finding.canTell] };
  });
}

interface Answer {
  readonly value: string;
  /** How likely the answer is. */
  readonly share: number;
  /** What the causes' probabilities would then be. */
  readonly after: readonly number[];
}

/** The answers that may come; of a finding with several values each is taken alone. */
function answersTo(knowledge: Knowledge, finding: Finding, probabilities: readonly number[]): Answer[] {
  const values = [...(knowledge.likelihoods.get(finding.id)?.keys() ?? [])];
  const shares = values.map((value) => {
    const logs = likelihood(knowledge, finding.id, value) ?? [];
    return {
      value,
      logs,
      share: probabilities.reduce((sum, p, index) => sum + p * Math.exp(logs[index] ?? 0), 0),
    };
  });
  const all = finding.kind === 'code' ? Math.max(1, total(shares)) : total(shares);
  return shares.map(({ value, logs, share }) => ({
    value,
    share: share / all,
    after: weighOneMore(probabilities, logs),
  }));
}

function total(shares: readonly { readonly share: number }[]): number {
  return shares.reduce((sum, { share }) => sum + share, 0);
}

function oddsWith(
  knowledge: Knowledge,
  heard: Heard,
  finding: string,
  value: string,
): (index: number) => RouteOdds {
  const answer = { finding, values: [value], origin: 'person' as const };
  const then: Heard = { telling: new Map([...heard.telling, [finding, answer]]), unsure: heard.unsure };
  return remember((index) => routeOdds(knowledge, index, then));
}

function remember(odds: (index: number) => RouteOdds): (index: number) => RouteOdds {
  const known = new Map<number, RouteOdds>();
  return (index) => {
    const before = known.get(index) ?? odds(index);
    known.set(index, before);
    return before;
  };
}

/** How good a decision taken on these probabilities is expected to be. */
function quality(probabilities: readonly number[], odds: (index: number) => RouteOdds): number {
  const [first = 0, second = 0, third = 0] = probabilities.toSorted((one, other) => other - one);
  const route = Math.max(...mixRoutes(probabilities, odds).values());
  return worth.route * route + worth.first * first + worth.firstThree * (first + second + third);
}
