import type { JournalStep, RemedyRequest } from '../cases/remedyRequest';
import { type Changed, finish, journal, start } from '../cases/requestDecisions';
import { Fault } from '../faults';
import type { StoreTransaction } from '../ports/store';
import { followRemedy } from '../usecases/beginRecovery';
import { isStopped } from '../usecases/emergencyStop';
import { refreshCards, tellEverybody } from '../usecases/requestJobs';
import { beginWatch } from '../usecases/watchJobs';
import type { RequestWorkerDeps } from './requestWorkerDeps';

/** So often a fault of the outside is waited out (about two minutes in all); then the truth so far is reported. */
const mostAttempts = 8;

/** A request that is being executed: what is written down of it, in step with the audit trail. */
export interface RemedyRun {
  /** The request as this run last wrote or read it. */
  request(): RemedyRequest;
  readonly attempt: number;
  /** Whether a fault that may pass is worth another attempt of the job. */
  mayTryAgain(thrown: Fault): boolean;
  /** Allows writes: from here on the request is `running`. */
  start(): Promise<void>;
  /** Journals and audits one step in one transaction. What it throws keeps the write that would follow from happening. */
  note(
    step: string,
    outcome: JournalStep['outcome'],
    more?: { readonly fault?: string; readonly alongside?: (tx: StoreTransaction) => Promise<void> },
  ): Promise<void>;
  /** Ends the request with what came of it, and has everybody told. */
  end(outcome: 'done' | 'partial' | 'failed'): Promise<void>;
}

type RunDeps = Pick<RequestWorkerDeps, 'store' | 'clock'>;

/** Whether this would lead to a write although everything is stopped. Taking back what was given goes on. */
async function writesNext(
  tx: StoreTransaction,
  event: string,
  detail: Readonly<Record<string, unknown>>,
): Promise<boolean> {
  const begins = event === 'remedy.started' || event === 'remedy.step.started';
  return begins && detail['step'] !== 'delete-pass' && (await isStopped(tx));
}

/** Opens the run of a claimed request. */
export function openRun(deps: RunDeps, claimed: RemedyRequest, attempt: number): RemedyRun {
  let known = claimed;

  /**
   * Saves a change where the journal is as we know it. Somebody else who works on the same request (a worker whose
   * lease ran out) makes it differ, and one of the two stops here, before its write (SECURITY S10).
   */
  async function change(
    make: (present: RemedyRequest) => Changed,
    event: string,
    detail: Readonly<Record<string, unknown>>,
    alongside?: (tx: StoreTransaction, saved: RemedyRequest) => Promise<void>,
  ): Promise<void> {
    known = await deps.store.transaction(async (tx) => {
      if (await writesNext(tx, event, detail)) throw new Fault('emergency-stop', 'everything is stopped');
      const present = await tx.requests.find(known.id);
      const unchanged = present?.state === known.state && present.journal.length === known.journal.length;
      const changed = unchanged ? make(present) : undefined;
      if (changed?.ok !== true) throw new Fault('store-conflict', 'somebody else works on this request');
      const saved = await tx.requests.save(changed.request);
      const { id: requestId, caseId } = saved;
      await tx.audit.append({ event, actorId: 'monban', caseId, requestId, detail });
      await alongside?.(tx, saved);
      return saved;
    });
  }

  return {
    request: () => known,
    attempt,
    mayTryAgain: (thrown) => thrown.retryable && attempt < mostAttempts,
    start: () => change(start, 'remedy.started', { digest: known.digest }),
    note(step, outcome, { fault, alongside } = {}) {
      const entry: JournalStep = {
        step,
        outcome,
        at: deps.clock(),
        ...(fault === undefined ? {} : { fault }),
      };
      const detail = { step, ...(fault === undefined ? {} : { fault }) };
      return change((present) => journal(present, entry), `remedy.step.${outcome}`, detail, alongside);
    },
    end: (outcome) =>
      change(
        (present) => finish(present, outcome),
        `remedy.${outcome}`,
        { digest: known.digest },
        async (tx, saved) => {
          await refreshCards(tx, saved);
          await tellEverybody(tx, saved, outcome);
          if (outcome === 'failed') return;
          await followRemedy(tx, saved, deps.clock());
          await beginWatch(tx, saved, deps.clock());
        },
      ),
  };
}
