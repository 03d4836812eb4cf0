import type { Knowledge } from '../triage/knowledge';
import { enlargeKnowledge } from './enlargeKnowledge';
import { timeTriage } from './timeTriage';

interface BenchOptions {
  /** Made-up people to take through the real knowledge; a larger one gets fewer, as each takes longer. */
  readonly walks: number;
  /** How many copies of every cause and finding the synthetic bases hold; 5 copies make 25 times as much. */
  readonly copies: readonly number[];
}

interface Base {
  readonly causes: number;
  readonly findings: number;
  readonly turns: number;
  readonly medianMs: number;
  readonly p95Ms: number;
}

const seed = 20_270_201;

/**
 * How long a turn takes (ranking all causes and choosing the next question) on the real knowledge and on larger
 * ones made from it. Lines to read; the last one is a JSON object about the real and the first larger one.
 */
export function benchReport(knowledge: Knowledge, { walks, copies }: BenchOptions): readonly string[] {
  // Until the engine's code is compiled it is slow: those first turns are nobody's.
  timeTriage(knowledge, Math.ceil(walks / 2), seed + 1);
  const real = measure(knowledge, walks);
  const grown = copies.map((count) => {
    const base = measure(enlargeKnowledge(knowledge, count), Math.ceil(walks / (4 * count)));
    const larger = (base.causes * base.findings) / (real.causes * real.findings);
    return { base, larger, slower: base.medianMs / real.medianMs };
  });
  const linear = grown.every(({ larger, slower }) => slower <= larger);
  return [
    'One turn: ranking all causes and choosing the next question.',
    lineFor('the knowledge', real),
    ...grown.flatMap(({ base, larger, slower }) => [
      lineFor(`${larger} times as large`, base),
      `  causes x findings: ${larger} times as many; a turn: ${slower.toFixed(1)} times as long`,
    ]),
    linear ? 'The time grows no worse than linearly.' : 'The time grows WORSE than linearly.',
    JSON.stringify({
      medianMs: rounded(real.medianMs),
      p95Ms: rounded(real.p95Ms),
      bigMedianMs: rounded(grown[0]?.base.medianMs ?? 0),
      growth: rounded(grown[0]?.slower ?? 0),
      causesTimesFindings: grown[0]?.larger ?? 0,
      linear,
    }),
  ];
}

function measure(knowledge: Knowledge, walks: number): Base {
  timeTriage(knowledge, Math.ceil(walks / 4), seed + 1);
  const times = timeTriage(knowledge, walks, seed).toSorted((one, other) => one - other);
  const quantile = (share: number) => times[Math.ceil(share * times.length) - 1] ?? 0;
  return {
    causes: knowledge.causes.length,
    findings: knowledge.findings.size,
    turns: times.length,
    medianMs: quantile(0.5),
    p95Ms: quantile(0.95),
  };
}

function lineFor(name: string, { causes, findings, turns, medianMs, p95Ms }: Base): string {
  return (
    `${name}: ${causes} causes, ${findings} findings; ${turns} turns, ` +
    `median ${medianMs.toFixed(2)} ms, p95 ${p95Ms.toFixed(2)} ms`
  );
}

function rounded(value: number): number {
  return Number(value.toFixed(3));
}
