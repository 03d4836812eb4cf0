import type { Knowledge } from '../triage/knowledge';
import { enlargeKnowledge } from './enlargeKnowledge';
import { timeTriage } from './timeTriage';

interface BenchSize {
  /** Made-up people to take through the real knowledge; a larger one gets fewer, as each takes longer. */
  readonly walks: number;
  /** How many times as many causes, and as many findings, the synthetic base holds. */
  readonly times: number;
}

const seed = 20_270_201;

/**
 * How long a turn takes (ranking all causes and choosing the next question) on the real knowledge and on one
 * made larger from it. Lines to read; the last one is a JSON object.
 */
export function benchReport(knowledge: Knowledge, { walks, times }: BenchSize): readonly string[] {
  const fewer = Math.ceil(walks / (2 * times));
  // Until the engine's code is compiled it is slow: those first turns are nobody's.
  timeTriage(knowledge, Math.ceil(walks / 2), seed + 1);
  const real = timeTriage(knowledge, walks, seed);
  const large = enlargeKnowledge(knowledge, times);
  timeTriage(large, Math.ceil(fewer / 4), seed + 1);
  const big = timeTriage(large, fewer, seed);
  const medianMs = quantile(real, 0.5);
  const bigMedianMs = quantile(big, 0.5);
  const growth = bigMedianMs / medianMs;
  const cells = sizeOf(large) / sizeOf(knowledge);
  return [
    'One turn: ranking all causes and choosing the next question.',
    lineFor('the knowledge', knowledge, real),
    lineFor(`${times} times as many causes and findings`, large, big),
    `causes x findings grow ${cells} times, the time for a turn ${growth.toFixed(0)} times: ` +
      (growth <= cells ? 'no worse than linear' : 'worse than linear'),
    JSON.stringify({
      medianMs: rounded(medianMs),
      p95Ms: rounded(quantile(real, 0.95)),
      bigMedianMs: rounded(bigMedianMs),
      growth: rounded(growth),
      causesTimesFindings: cells,
      linear: growth <= cells,
    }),
  ];
}

function lineFor(name: string, { causes, findings }: Knowledge, turns: readonly number[]): string {
  const ms = (share: number) => `${quantile(turns, share).toFixed(2)} ms`;
  return (
    `${name}: ${causes.length} causes, ${findings.size} findings, ${turns.length} turns, ` +
    `median ${ms(0.5)}, p95 ${ms(0.95)}`
  );
}

function sizeOf({ causes, findings }: Knowledge): number {
  return causes.length * findings.size;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
}

function rounded(value: number): number {
  return Number(value.toFixed(3));
}
