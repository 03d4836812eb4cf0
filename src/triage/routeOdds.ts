import type { Route } from './assessment';
import type { Heard } from './heardFindings';
import type { Condition, Knowledge, RouteRule } from './knowledge';
import { likelihood } from './weighEvidence';

/** How likely each route is the right one; what is not there is 0. */
export type RouteOdds = ReadonlyMap<Route, number>;

/**
 * The routes under one cause. Where a rule turns on something that nobody told yet, both ways are followed
 * with how likely they are: the odds then show what it would be worth to ask.
 */
export function routeOdds(knowledge: Knowledge, causeIndex: number, heard: Heard): RouteOdds {
  const odds = new Map<Route, number>();
  const cause = knowledge.causes[causeIndex];
  if (cause === undefined) return odds;
  const rules = knowledge.routeRules.filter((rule) => rule.causes === 'any' || rule.causes.has(cause.id));
  follow({ knowledge, causeIndex, heard, odds }, rules, new Map(), 1);
  return odds;
}

interface Walk {
  readonly knowledge: Knowledge;
  readonly causeIndex: number;
  readonly heard: Heard;
  readonly odds: Map<Route, number>;
}

/** Who could not say whether, for example, another method works will hardly be able to use one. */
const whenUnsure = 0.5;

type Assumed = ReadonlyMap<string, boolean>;

/** Below this share a branch changes no decision. */
const tooUnlikely = 0.01;

function follow(walk: Walk, rules: readonly RouteRule[], assumed: Assumed, share: number): void {
  if (share < tooUnlikely) return;
  const [rule, ...rest] = rules;
  if (rule === undefined) {
    add(walk.odds, 'human', share);
    return;
  }
  const open = rule.when.find((condition) => isMet(walk, condition, assumed) === undefined);
  const failed = rule.when.some((condition) => isMet(walk, condition, assumed) === false);
  if (failed) follow(walk, rest, assumed, share);
  else if (open === undefined) add(walk.odds, rule.route, share);
  else {
    const [key] = keyOf(walk.knowledge, open);
    const chance = chanceOf(walk, open);
    follow(walk, rules, new Map([...assumed, [key, true]]), share * chance);
    follow(walk, rules, new Map([...assumed, [key, false]]), share * (1 - chance));
  }
}

/** Yes, no, or undefined where it is not told and could still be asked. */
function isMet(walk: Walk, condition: Condition, assumed: Assumed): boolean | undefined {
  const told = holds(walk.heard, condition);
  if (told !== undefined) return told;
  const by = walk.knowledge.findings.get(condition.finding)?.by;
  if (condition.said || by === 'opening' || by === 'tenant') return condition.not;
  const [key, straight] = keyOf(walk.knowledge, condition);
  const known = assumed.get(key);
  return known === undefined ? undefined : known === straight;
}

/** Whether a condition holds by what was heard; undefined where nothing was heard of it. */
export function holds(heard: Heard, condition: Condition): boolean | undefined {
  const told = heard.telling.get(condition.finding);
  if (told === undefined) return undefined;
  return told.values.some((value) => condition.values.includes(value)) !== condition.not;
}

/** "Not true" and "false" of a yes-no finding are one assumption, seen from the other side. */
function keyOf(knowledge: Knowledge, { finding, values, not }: Condition): readonly [string, boolean] {
  const denied = knowledge.findings.get(finding)?.kind === 'yes-no' && values[0] === 'false';
  return denied ? [`${finding}=true`, not] : [`${finding}=${values.join()}`, !not];
}

/** How likely the assumption (said straight) is under the cause. */
function chanceOf({ knowledge, causeIndex, heard }: Walk, { finding, values }: Condition): number {
  const straight = knowledge.findings.get(finding)?.kind === 'yes-no' ? ['true'] : values;
  const sum = straight
    .map((value) => Math.exp(likelihood(knowledge, finding, value)?.[causeIndex] ?? -5))
    .reduce((total, one) => total + one, 0);
  return Math.min(0.98, heard.unsure.has(finding) ? sum * whenUnsure : sum);
}

function add(odds: Map<Route, number>, route: Route, share: number): void {
  odds.set(route, (odds.get(route) ?? 0) + share);
}
