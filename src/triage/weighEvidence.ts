import type { Heard } from './heardFindings';
import type { Knowledge, Likelihood } from './knowledge';
import { priors } from './scale';

/** How far each source is relied on: reading free text errs more often than an answer to a plain question. */
const reliance = { tenant: 1, person: 1, opening: 0.9 } as const;
/** How often something is heard that was not so: a word in passing, a wrong press. No cause is less likely than that. */
const misheard = { tenant: 0, person: 0.01, opening: 0.03 } as const;

/** How much "I don't know" counts as a "no" where people would know: nobody is unsure whether they lost a phone. */
const unsureIsNo = 0.25;

/**
 * Naive Bayes: prior times how often each thing heard is seen under the cause. Findings that repeat one
 * another carry a weight below 1 (in the knowledge), so that saying the same twice does not count twice.
 * Sums of logarithms: the order in which things were heard cannot matter.
 */
export function weighEvidence(knowledge: Knowledge, heard: Heard): number[] {
  const logs = knowledge.causes.map((cause) => Math.log(priors[cause.prior]));
  for (const { finding, values, origin } of heard.telling.values()) {
    const share = origin === 'tenant' ? (knowledge.findings.get(finding)?.fromTenant ?? 1) : 1;
    for (const value of values) {
      addTo(logs, likelihood(knowledge, finding, value), share * reliance[origin], misheard[origin]);
    }
  }
  for (const finding of heard.unsure) {
    if (wouldKnow(knowledge, finding)) addTo(logs, likelihood(knowledge, finding, 'false'), unsureIsNo);
  }
  return normalise(logs);
}

function wouldKnow(knowledge: Knowledge, id: string): boolean {
  const finding = knowledge.findings.get(id);
  return finding?.kind === 'yes-no' && (finding.canTell === 'always' || finding.canTell === 'usually');
}

/** How often one value is seen under each cause, or undefined where the knowledge has no word on it. */
export function likelihood(knowledge: Knowledge, finding: string, value: string): Likelihood | undefined {
  return knowledge.likelihoods.get(finding)?.get(value);
}

function addTo(
  logs: number[],
  more: Likelihood | undefined,
  share: number,
  wrongly: number = misheard.tenant,
): void {
  if (more === undefined) return;
  for (let index = 0; index < logs.length; index += 1) {
    const heard =
      wrongly === 0
        ? (more.logs[index] ?? 0)
        : Math.log((1 - wrongly) * (more.chances[index] ?? 1) + wrongly);
    logs[index] = (logs[index] ?? 0) + share * heard;
  }
}

function normalise(logs: readonly number[]): number[] {
  const highest = Math.max(...logs);
  const raw = logs.map((log) => Math.exp(log - highest));
  const sum = raw.reduce((total, value) => total + value, 0);
  return raw.map((value) => value / sum);
}
