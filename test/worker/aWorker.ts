import pino from 'pino';
import type { Job, NewJob } from '../../src/ports/store';
import { type JobHandler, startOutbox } from '../../src/worker/runOutbox';
import { aStore } from '../storage/stored';

export const hour = 3_600_000;

interface WorkerOptions {
  readonly concurrency?: number;
  readonly leaseMs?: number;
  /** A store where something happened before the worker started. */
  readonly opened?: Awaited<ReturnType<typeof aStore>>;
}

/**
 * The real store in memory and a worker that looks by itself only once an hour: what runs, `wake` or `drain` started.
 * `await using` stops both when the test ends.
 */
export async function aWorker(handlers: Record<string, JobHandler>, options: WorkerOptions = {}) {
  const { opened = await aStore(), concurrency = 4, ...more } = options;
  const lines: Record<string, unknown>[] = [];
  const write = (line: string) => {
    lines.push(parsedLine(line));
  };
  const outbox = startOutbox({
    jobs: opened.jobs,
    handlers,
    clock: () => opened.time.now,
    log: pino({ level: 'debug' }, { write }),
    pollMs: hour,
    concurrency,
    ...(more.leaseMs === undefined ? {} : { leaseMs: more.leaseMs }),
    random: () => 1,
  });
  const add = (...jobs: NewJob[]) =>
    opened.store.transaction(async (tx) => {
      for (const job of jobs) await tx.outbox.add(job);
    });
  const stop = async () => {
    await outbox.stop();
    await opened.close();
  };
  return { ...opened, outbox, add, lines, [Symbol.asyncDispose]: stop };
}

function parsedLine(line: string): Record<string, unknown> {
  const json: unknown = JSON.parse(line);
  return Object.fromEntries(Object.entries(json ?? {}));
}

/** A handler that notes each of its jobs. */
export function aNotebook() {
  const seen: Job[] = [];
  const handler: JobHandler = (job) => {
    seen.push(job);
    return Promise.resolve();
  };
  return { seen, handler };
}

/** A handler that stays inside until the gate is opened. */
export function aGate() {
  const entered = aSignal();
  const opened = aSignal();
  const inside: Job[] = [];
  const handler: JobHandler = async (job) => {
    inside.push(job);
    entered.give();
    await opened.given;
  };
  return { handler, inside, entered: entered.given, open: opened.give };
}

function aSignal() {
  let give: () => void = () => undefined;
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
}
