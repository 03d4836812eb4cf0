import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from './ports/clock';

/** Whether each part that Monban needs works now, by its name. */
export type Readiness = Readonly<Record<string, boolean>>;

interface ReadinessOptions {
  readonly checks: Readonly<Record<string, () => Promise<boolean>>>;
  readonly clock: Clock;
  /** A part that does not answer within this does not work. */
  readonly timeoutMs: number;
  /** How long an answer is kept: anybody may ask, and asking must cost next to nothing. */
  readonly keepMs: number;
}

/** Asks every part whether it works; a part that throws or is silent does not. */
export function createReadiness(options: ReadinessOptions): () => Promise<Readiness> {
  let kept: { at: number; answer: Promise<Readiness> } | undefined;
  return () => {
    const now = options.clock();
    if (kept === undefined || now - kept.at >= options.keepMs) kept = { at: now, answer: askAll(options) };
    return kept.answer;
  };
}

async function askAll({ checks, timeoutMs }: ReadinessOptions): Promise<Readiness> {
  const asked = Object.entries(checks).map(async ([name, check]) => {
    const silent = sleep(timeoutMs, false, { ref: false });
    const works = await Promise.race([check().catch(() => false), silent]);
    return [name, works] as const;
  });
  return Object.fromEntries(await Promise.all(asked));
}

/** The worker looks for jobs every second; after this without a look it hangs. */
const workerSilentMs = 30_000;

/** What `/readyz` asks: whether the store answers, and whether the worker still looks for jobs. */
export function watchParts(deps: { jobs: { nextDue(): Promise<unknown> }; clock: Clock }): {
  readonly ready: () => Promise<Readiness>;
  /** To be called at each look of the worker. */
  readonly workerLooked: () => void;
} {
  const { jobs, clock } = deps;
  let lookedAt = Number.NEGATIVE_INFINITY;
  const checks = {
    store: async () => {
      await jobs.nextDue();
      return true;
    },
    worker: () => Promise.resolve(clock() - lookedAt < workerSilentMs),
  };
  return {
    ready: createReadiness({ checks, clock, timeoutMs: 2000, keepMs: 1000 }),
    workerLooked: () => {
      lookedAt = clock();
    },
  };
}
