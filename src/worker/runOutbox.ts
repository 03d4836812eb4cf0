import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { isFault } from '../faults';
import type { Clock } from '../ports/clock';
import type { Job, JobKinds, JobQueue, NewJob } from '../ports/store';
import { count, inSpanOf } from '../telemetry';
import { afterFailure, startedTooOften } from './retryPolicy';

/**
 * Does one kind of job. A job may come again after it was done (a crash between the effect and its record):
 * where `job.attempt` is above 1, look first whether it happened.
 */
export type JobHandler = (job: Job) => Promise<void>;

export interface OutboxOptions {
  readonly jobs: JobQueue;
  readonly handlers: Readonly<Record<string, JobHandler>>;
  readonly clock: Clock;
  readonly log: Logger;
  /** How long to sleep where nothing is due and nobody wakes. Another process may add jobs without waking us. */
  readonly pollMs: number;
  /** How many jobs run at once. */
  readonly concurrency: number;
  /** Which kinds are taken; all where absent. */
  readonly kinds?: JobKinds | undefined;
  /** After how long another worker takes over from one that died. A living one extends its lease. */
  readonly leaseMs?: number;
  /** Called after each look for jobs: where it stays away, the worker hangs or the store does not answer. */
  readonly looked?: () => void;
  /** What is added in the transaction that gives a job up, so that it follows whatever happens: staff hear of it. */
  readonly afterBurial?: ((job: Job, reason: string) => readonly NewJob[]) | undefined;
  /** 0 to 1, for the jitter. */
  readonly random?: () => number;
}

export interface Outbox {
  /** Looks for due jobs now: call it after adding one. */
  wake(): void;
  /** Runs everything that is due by the clock, and what that adds; resolves once nothing is left. For tests. */
  drain(): Promise<void>;
  /** Takes no more jobs and waits for those that run. */
  stop(): Promise<void>;
}

/** Starts taking jobs out of the outbox, several at a time, as soon as they are due. */
export function startOutbox(options: OutboxOptions): Outbox {
  const { jobs, clock, log, pollMs, concurrency, kinds, leaseMs = 30_000 } = options;
  const running = new Set<Promise<void>>();
  let claiming: Promise<number> = Promise.resolve(0);
  let idle = new AbortController();
  let stopping = false;

  async function claimAndStart(): Promise<number> {
    if (stopping || running.size >= concurrency) return 0;
    const claimed = await jobs.claim(concurrency - running.size, leaseMs, kinds);
    for (const job of claimed) {
      const run = tracedJob({ ...options, leaseMs }, job).finally(() => {
        running.delete(run);
        idle.abort();
      });
      running.add(run);
    }
    return claimed.length;
  }

  /** One claim at a time: the loop and `drain` together must not start more than `concurrency`. */
  const fill = (): Promise<number> => (claiming = claiming.catch(() => 0).then(claimAndStart));

  async function pauseMs(): Promise<number> {
    const next = running.size < concurrency ? await jobs.nextDue(kinds) : undefined;
    return next === undefined ? pollMs : Math.min(pollMs, Math.max(0, next - clock()));
  }

  async function loop(): Promise<void> {
    while (!stopping) {
      idle = new AbortController(); // before looking, so that a wake meanwhile is not slept through
      let pause = pollMs;
      try {
        await fill();
        pause = await pauseMs();
        options.looked?.();
      } catch (thrown) {
        log.error({ err: thrown }, 'no jobs could be taken; trying again');
      }
      await sleep(pause, undefined, { signal: idle.signal }).catch(() => undefined); // rejects when woken
    }
  }

  const looping = loop();
  return {
    wake() {
      idle.abort();
    },
    async drain() {
      for (;;) {
        const started = await fill();
        if (running.size > 0) await Promise.race(running);
        else if (started === 0) return;
      }
    },
    async stop() {
      stopping = true;
      idle.abort();
      await looping;
      await claiming.catch(() => 0);
      await Promise.all(running);
    },
  };
}

type RunOptions = OutboxOptions & { readonly leaseMs: number };

/** In the trace of the decision that it follows from, on whichever instance it runs. */
function tracedJob(options: RunOptions, job: Job): Promise<void> {
  const { kind, attempt } = job;
  return inSpanOf(job.trace, `job ${kind}`, { kind, attempt }, () => runJob(options, job));
}

/** Never rejects: with the adapter's onTurnError the one edge where errors are caught that nobody foresaw. */
async function runJob(options: RunOptions, job: Job): Promise<void> {
  const log = options.log.child({ jobId: job.id, kind: job.kind, attempt: job.attempt });
  try {
    const settled = await doJob({ ...options, log }, job);
    if (!settled) log.warn('job was finished without its lease: another worker has it');
  } catch (thrown) {
    log.error({ err: thrown }, 'job could not be settled; it comes again when its lease ends');
  }
}

/** Does the job and settles it; false where the lease was lost meanwhile. */
async function doJob(options: RunOptions, job: Job): Promise<boolean> {
  const { handlers, jobs, log, leaseMs } = options;
  const handler = Object.hasOwn(handlers, job.kind) ? handlers[job.kind] : undefined;
  if (handler === undefined) return buryUntried(options, job, 'unknown-kind');
  if (startedTooOften(job.attempt)) return buryUntried(options, job, 'worker-died');

  const heartbeat = setInterval(() => {
    jobs.extend(job, leaseMs).catch((thrown: unknown) => {
      log.warn({ err: thrown }, 'lease could not be extended');
    });
  }, leaseMs / 3);
  try {
    await handler(job);
  } catch (thrown) {
    return await settleFailure(options, job, thrown);
  } finally {
    clearInterval(heartbeat);
  }
  return jobs.complete(job);
}

function buryUntried(options: RunOptions, job: Job, reason: string): Promise<boolean> {
  options.log.error({ fault: reason }, 'job buried without a try');
  return bury(options, job, reason);
}

function bury({ afterBurial, jobs }: RunOptions, job: Job, reason: string): Promise<boolean> {
  return jobs.bury(job, reason, afterBurial?.(job, reason));
}

/** Puts a failed job back, or buries it. A fault's own words are safe to log; a bug is logged whole. */
function settleFailure(options: RunOptions, job: Job, thrown: unknown): Promise<boolean> {
  const { jobs, clock, log, random = Math.random } = options;
  const fault = isFault(thrown)
    ? { code: thrown.code, retryable: thrown.retryable, retryAfterMs: thrown.retryAfterMs }
    : { code: 'bug', retryable: false };
  const said = isFault(thrown)
    ? { fault: thrown.code, reason: thrown.message, status: thrown.status }
    : { fault: 'bug', err: thrown };
  const delay = afterFailure({ ...fault, attempt: job.attempt, random: random() });
  count('monban.jobs.failed', { kind: job.kind, fault: fault.code, buried: delay === 'bury' });
  if (delay === 'bury') {
    log.error(said, 'job buried');
    return bury(options, job, fault.code);
  }
  log[fault.code === 'bug' ? 'error' : 'warn']({ ...said, delay }, 'job failed; it is tried again');
  return jobs.retry(job, clock() + delay, fault.code);
}
