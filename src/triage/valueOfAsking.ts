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
  const turning = causesTurningOn(knowledge);
  const asking = open.map((finding) => {
    const oddsAfter = oddsAfterAnswer(knowledge, heard, finding.id, oddsNow, turning.get(finding.id));
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
  const shares = [...(knowledge.likelihoods.get(finding.id) ?? [])].map(([value, { chances }]) => ({
    value,
    chances,
    share: productSum(chances, probabilities),
  }));
  const sum = shares.reduce((total, { share }) => total + share, 0);
  // Most screens show no code at all: the codes together are not made to cover every case.
  const all = finding.kind === 'code' ? Math.max(1, sum) : sum;
  return shares
    .filter(({ share }) => share / all >= tooRare)
    .map(({ chances, share, value }) => ({
      value,
      share: share / all,
      after: probabilities.map((p, index) => (p * (chances[index] ?? 1)) / share),
    }));
}

function productSum(chances: readonly number[], probabilities: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < probabilities.length; index += 1)
    sum += (probabilities[index] ?? 0) * (chances[index] ?? 1);
  return sum;
}

/** Which causes have rules that turn on a finding, by their places. */
function causesTurningOn({ rulesByCause }: Knowledge): ReadonlyMap<string, ReadonlySet<number>> {
  const turning = new Map<string, Set<number>>();
  for (const [cause, rules] of rulesByCause.entries()) {
    for (const { when } of rules) {
      for (const { finding } of when) {
        const causes = turning.get(finding);
        if (causes === undefined) turning.set(finding, new Set([cause]));
        else causes.add(cause);
      }
    }
  }
  return turning;
}

/** An answer changes the routes only of causes whose rules turn on the finding. */
function oddsAfterAnswer(
  knowledge: Knowledge,
  heard: Heard,
  finding: string,
  oddsNow: OddsOf,
  turning: ReadonlySet<number> | undefined,
): (value: string) => OddsOf {
  if (turning === undefined) return () => oddsNow;
  return (value) => {
    const answer = { finding, values: [value], origin: 'person' as const };
    const then: Heard = { telling: new Map([...heard.telling, [finding, answer]]), unsure: heard.unsure };
    return remember((index) => (turning.has(index) ? routeOdds(knowledge, index, then) : oddsNow(index)));
  };
}

function remember(odds: OddsOf): OddsOf {
  const known: RouteOdds[] = [];
  return (index) => (known[index] ??= odds(index));
}

/** How good a decision taken on these probabilities is expected to be. */
function quality(probabilities: readonly number[], odds: OddsOf): number {
  const route = Math.max(...mixRoutes(probabilities, odds));
  return worth.route * route + worthOfCauses(probabilities);
}

/** By the three highest, found in one pass: this runs for each answer to each question that is open. */
function worthOfCauses(probabilities: readonly number[]): number {
  let first = 0;
  let second = 0;
  let third = 0;
  for (const value of probabilities) {
    if (value > first) {
      third = second;
      second = first;
      first = value;
    } else if (value > second) {
      third = second;
      second = value;
    } else if (value > third) third = value;
  }
  return worth.first * first + worth.firstThree * (first + second + third);
}
