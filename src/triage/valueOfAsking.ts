import type { Route } from './assessment';
import { chooseRoute, mixRoutes } from './chooseRoute';
import type { Heard } from './heardFindings';
import type { Finding, Knowledge } from './knowledge';
import { routeOdds, type RouteOdds } from './routeOdds';
import { frequencies } from './scale';

/** What it is worth to have the route right, the first cause right, and the right one among the first three. */
const worth = { route: 0.45, first: 0.45, firstThree: 0.1 };
/** An answer that comes more rarely cannot make a question worth asking. */
const tooRare = 0.003;

interface AskingValue {
  readonly finding: Finding;
  /** How much better the decision is expected to be, from 0 to 1. */
  readonly value: number;
}

type OddsOf = (causeIndex: number) => RouteOdds;

/** The route as things stand, and what asking each open finding is expected to add to the decision. */
export function valueOfAsking(
  knowledge: Knowledge,
  heard: Heard,
  probabilities: readonly number[],
  open: readonly Finding[],
): { readonly route: Route; readonly asking: readonly AskingValue[] } {
  const oddsNow = remember((index) => routeOdds(knowledge, index, heard));
  const now = quality(probabilities, oddsNow);
  const asking = open.map((finding) => {
    const oddsAfter = oddsAfterAnswer(knowledge, heard, finding.id, oddsNow);
    const gain = answersTo(knowledge, finding, probabilities).reduce(
      (sum, { value, share, after }) => sum + share * (quality(after, oddsAfter(value)) - now),
      0,
    );
    return { finding, value: gain * frequencies[finding.canTell] };
  });
  return {
    route: chooseRoute(knowledge.tuning, mixRoutes(probabilities, oddsNow), Math.max(...probabilities)),
    asking,
  };
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
  const weighed = [...(knowledge.likelihoods.get(finding.id) ?? [])].map(([value, logs]) => {
    const joint = probabilities.map((p, index) => p * Math.exp(logs[index] ?? 0));
    return { value, joint, share: joint.reduce((sum, one) => sum + one, 0) };
  });
  const sum = weighed.reduce((total, { share }) => total + share, 0);
  // Most screens show no code at all: the codes together are not made to cover every case.
  const all = finding.kind === 'code' ? Math.max(1, sum) : sum;
  return weighed
    .filter(({ share }) => share / all >= tooRare)
    .map(({ value, joint, share }) => ({
      value,
      share: share / all,
      after: joint.map((one) => one / share),
    }));
}

/** An answer changes the routes only of causes whose rules turn on the finding. */
function oddsAfterAnswer(
  knowledge: Knowledge,
  heard: Heard,
  finding: string,
  oddsNow: OddsOf,
): (value: string) => OddsOf {
  const turns = knowledge.rulesByCause.map((rules) =>
    rules.some((rule) => rule.when.some((condition) => condition.finding === finding)),
  );
  if (!turns.includes(true)) return () => oddsNow;
  return (value) => {
    const answer = { finding, values: [value], origin: 'person' as const };
    const then: Heard = { telling: new Map([...heard.telling, [finding, answer]]), unsure: heard.unsure };
    return remember((index) => (turns[index] === true ? routeOdds(knowledge, index, then) : oddsNow(index)));
  };
}

function remember(odds: OddsOf): OddsOf {
  const known: RouteOdds[] = [];
  return (index) => (known[index] ??= odds(index));
}

/** How good a decision taken on these probabilities is expected to be. */
function quality(probabilities: readonly number[], odds: OddsOf): number {
  const [first, second, third] = threeHighest(probabilities);
  const route = Math.max(...mixRoutes(probabilities, odds));
  return worth.route * route + worth.first * first + worth.firstThree * (first + second + third);
}

function threeHighest(values: readonly number[]): readonly [number, number, number] {
  let [first, second, third] = [0, 0, 0];
  for (const value of values) {
    if (value > first) [first, second, third] = [value, first, second];
    else if (value > second) [second, third] = [value, second];
    else if (value > third) third = value;
  }
  return [first, second, third];
}
