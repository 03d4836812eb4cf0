import { isDone } from '../cases/journalSummary';
import type { PlanOf, RemedyKind } from '../cases/remedyPlan';
import { Fault } from '../faults';
import type { StoreTransaction } from '../ports/store';
import { doStep } from './doStep';
import type { RemedyModule } from './remedyModule';
import type { RemedyRun } from './remedyRun';
import type { RequestWorkerDeps } from './requestWorkerDeps';

/** One write. Done again after its answer was lost it has to find that out, or to do no harm. */
interface Write {
  readonly step: string;
  readonly write: () => Promise<'done' | 'already-done'>;
  /** Stored together with the beginning of the step: what has to happen later, whatever comes of it. */
  readonly alongside?: (tx: StoreTransaction) => Promise<void>;
}

interface WritingRemedy<Kind extends RemedyKind> {
  /** In their order; where one fails, those after it are not tried. */
  writes(deps: RequestWorkerDeps, run: RemedyRun, plan: PlanOf<Kind>): readonly Write[];
  /** Whether the tenant shows what was planned. Absent where no read would show it. */
  shows?(deps: RequestWorkerDeps, plan: PlanOf<Kind>): Promise<boolean>;
}

/** The module of a remedy that is a few writes, one after the other, and a look at what became of them. */
export function writingModule<Kind extends RemedyKind>(remedy: WritingRemedy<Kind>): RemedyModule<Kind> {
  return {
    async execute(deps, run, plan) {
      const writes = remedy.writes(deps, run, plan);
      for (const { step, write, alongside } of writes) {
        if (isDone(run.request().journal, step)) continue;
        if ((await doStep(run, step, write, alongside)) !== undefined) break;
      }
      const done = writes.filter(({ step }) => isDone(run.request().journal, step)).length;
      if (done === 0) return run.end('failed');
      const shown = remedy.shows === undefined || (await verify(run, () => remedy.shows?.(deps, plan)));
      await run.end(shown && done === writes.length ? 'done' : 'partial');
    },

    async stop(deps, run, plan) {
      await run.end(anyDone(remedy.writes(deps, run, plan), run) ? 'partial' : 'failed');
    },

    async settle(deps, run, plan) {
      await run.note('verify', 'failed', { fault: 'stopped' });
      await run.end(anyDone(remedy.writes(deps, run, plan), run) ? 'partial' : 'failed');
    },
  };
}

/** Entra may need a moment to show what was written; then it is looked at again in the job's next attempt. */
async function verify(run: RemedyRun, shows: () => Promise<boolean> | undefined): Promise<boolean> {
  const fault = await doStep(run, 'verify', async () => {
    if (await shows()) return 'done';
    throw new Fault('graph-not-yet', 'what was written does not show yet', { retryable: true });
  });
  return fault === undefined;
}

function anyDone(writes: readonly Write[], run: RemedyRun): boolean {
  return writes.some(({ step }) => isDone(run.request().journal, step));
}
