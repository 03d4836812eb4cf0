import type { Cause, Finding, Likelihood, Likelihoods } from './knowledge';
import { resemblanceTable, resembles } from './resemblance';
import { frequencies, type HowOften } from './scale';

/** A code or word that no cause mentions is as (un)likely under each of them. */
const unmentioned: HowOften = 'never';

/** One table for the whole knowledge, made once: how often each value is seen under each cause. */
export function likelihoodsOf(findings: ReadonlyMap<string, Finding>, causes: readonly Cause[]): Likelihoods {
  return new Map(
    [...findings.values()].map((finding) => [finding.id, withChances(tableOf(finding, causes))]),
  );
}

function withChances(table: ReadonlyMap<string, readonly number[]>): ReadonlyMap<string, Likelihood> {
  return new Map(
    [...table].map(([value, logs]) => [value, { logs, chances: logs.map((log) => Math.exp(log)) }]),
  );
}

function tableOf(finding: Finding, causes: readonly Cause[]): ReadonlyMap<string, readonly number[]> {
  if (finding.id === resembles) return resemblanceTable(finding, causes);
  const named = causes.flatMap((cause) => [...(cause.seen.get(finding.id)?.keys() ?? [])]);
  const values = new Set([...finding.values.keys(), ...named]);
  return new Map(
    [...values].map((value) => [
      value,
      causes.map((cause) => weightOf(finding, value) * Math.log(howLikely(finding, value, cause))),
    ]),
  );
}

function weightOf(finding: Finding, value: string): number {
  return finding.weight * (finding.values.get(value)?.weight ?? 1);
}

/** How likely one value is under a cause; a yes-no finding's "false" is what "true" leaves. */
function howLikely(finding: Finding, value: string, cause: Cause): number {
  const seen = cause.seen.get(finding.id)?.get(value);
  if (seen !== undefined) return frequencies[seen];
  if (finding.kind === 'yes-no' && value === 'false') return 1 - howLikely(finding, 'true', cause);
  return frequencies[finding.values.get(value)?.otherwise ?? unmentioned];
}
