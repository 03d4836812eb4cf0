import { routes, type Route } from './assessment';
import type { Heard } from './heardFindings';
import type { Condition, Knowledge, RouteRule } from './knowledge';
import { likelihood } from './weighEvidence';

/** How likely each route is the right one, in the order of `routes`. */
export type RouteOdds = readonly number[];

/**
 * The routes under one cause. Where a rule turns on something that nobody told yet, both ways are followed
 * with how likely they are: the odds then show what it would be worth to ask.
 */
export function routeOdds(knowledge: Knowledge, causeIndex: number, heard: Heard): RouteOdds {
  const odds = routes.map(() => 0);
  follow({ knowledge, causeIndex, heard, odds }, knowledge.rulesByCause[causeIndex] ?? [], new Map(), 1);
  return odds;
}

interface Walk {
  readonly knowledge: Knowledge;
  readonly causeIndex: number;
  readonly heard: Heard;
  readonly odds: number[];
}

/** Of what the knowledge has no word on. */
const unheardOf = Math.exp(-5);
/** Who could not say whether, for example, another method works will hardly be able to use one. */
const whenUnsure = 0.2;

type Assumed = ReadonlyMap<string, boolean>;

/** Below this share a branch changes no decision. */
const tooUnlikely = 0.01;

function follow(walk: Walk, rules: readonly RouteRule[], assumed: Assumed, share: number): void {
  if (share < tooUnlikely) return;
  for (const [index, rule] of rules.entries()) {
    const open = openCondition(walk, rule, assumed);
    if (open === 'failed') continue;
    if (open === 'met') {
      add(walk.odds, rule.route, share);
      return;
    }
    const [key] = keyOf(walk.knowledge, open);
    const chance = chanceOf(walk, open);
    const rest = rules.slice(index);
    follow(walk, rest, new Map([...assumed, [key, true]]), share * chance);
    follow(walk, rest, new Map([...assumed, [key, false]]), share * (1 - chance));
    return;
  }
  add(walk.odds, 'human', share);
}

/** The first condition that could go either way, or how the rule as a whole stands. */
function openCondition(walk: Walk, rule: RouteRule, assumed: Assumed): Condition | 'met' | 'failed' {
  let open: Condition | undefined;
  for (const condition of rule.when) {
    const met = isMet(walk, condition, assumed);
    if (met === false) return 'failed';
    if (met === undefined) open ??= condition;
  }
  return open ?? 'met';
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
    .map((value) => likelihood(knowledge, finding, value)?.chances[causeIndex] ?? unheardOf)
    .reduce((total, one) => total + one, 0);
  return Math.min(0.98, heard.unsure.has(finding) ? sum * whenUnsure : sum);
}

function add(odds: number[], route: Route, share: number): void {
  const index = routes.indexOf(route);
  odds[index] = (odds[index] ?? 0) + share;
}
