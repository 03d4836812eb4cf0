import type { Cause, Condition, Finding, Knowledge, RouteRule } from '../triage/knowledge';
import { likelihoodsOf } from '../triage/likelihoods';

/**
 * The knowledge several times over, to see how triage grows: every cause and every finding is there as often as
 * asked for, each copy under ids of its own. The copies of the causes are seen by the copies of their findings.
 */
export function enlargeKnowledge(knowledge: Knowledge, times: number): Knowledge {
  const copies = Array.from(
    { length: times },
    (_, copy) => (id: string) => (copy === 0 ? id : `${id}~${copy}`),
  );
  const findings = new Map(
    copies.flatMap((named, copy) =>
      // What an opening sounds like is one finding for all causes, however many there are.
      [...knowledge.findings.values()]
        .filter(({ ranked }) => copy === 0 || !ranked)
        .map((finding) => [named(finding.id), copyFinding(finding, named)]),
    ),
  );
  const causes = copies.flatMap((named) => knowledge.causes.map((cause) => copyCause(cause, named)));
  const routeRules = copies.flatMap((named, copy) =>
    // A rule for any cause is for the copies' causes as well: it stays one rule.
    knowledge.routeRules
      .filter((rule) => copy === 0 || rule.causes !== 'any')
      .map((rule) => copyRule(rule, named)),
  );
  return {
    ...knowledge,
    findings,
    causes,
    routeRules,
    rulesByCause: causes.map(({ id }) =>
      routeRules.filter((rule) => rule.causes === 'any' || rule.causes.has(id)),
    ),
    likelihoods: likelihoodsOf(findings, causes),
  };
}

type Named = (id: string) => string;

function copyFinding(finding: Finding, named: Named): Finding {
  return {
    ...finding,
    id: named(finding.id),
    card: finding.card === undefined ? undefined : named(finding.card),
  };
}

function copyCause(cause: Cause, named: Named): Cause {
  const seen = new Map([...cause.seen].map(([finding, values]) => [named(finding), values]));
  return { ...cause, id: named(cause.id), seen };
}

function copyRule(rule: RouteRule, named: Named): RouteRule {
  const when = rule.when.map((one): Condition => ({ ...one, finding: named(one.finding) }));
  return { ...rule, when, causes: rule.causes === 'any' ? 'any' : new Set([...rule.causes].map(named)) };
}
