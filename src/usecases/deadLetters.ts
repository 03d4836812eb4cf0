import type { Logger } from 'pino';
import { z } from 'zod/v4';
import type { DeadLetter, Job, NewJob, Store } from '../ports/store';
import { requestJobKinds, requestJobSchema } from './requestJobs';

export const tellDeadLetterKind = 'tell-dead-letter';

/** As many as a message shows. */
const shown = 10;

export const tellDeadLetterSchema = z.object({
  jobId: z.string(),
  kind: z.string(),
  reason: z.string(),
  /** The request that it was to execute. */
  requestId: z.string().optional(),
});

/**
 * What follows where a job is given up. Staff are told; about a notice that could not be given itself there is only the
 * log. A request whose execution is given up ends with the truth so far, at once: nobody is left to work at it.
 */
export function afterBurial(job: Job, reason: string): readonly NewJob[] {
  if (job.kind === tellDeadLetterKind) return [];
  const { runRemedy, settleRemedy } = requestJobKinds;
  const requestId =
    job.kind === runRemedy ? requestJobSchema.safeParse(job.payload).data?.requestId : undefined;
  const tell = {
    kind: tellDeadLetterKind,
    payload: { jobId: job.id, kind: job.kind, reason, requestId },
    idempotencyKey: `${tellDeadLetterKind}:${job.id}:${job.lease}`,
  };
  if (requestId === undefined) return [tell];
  const idempotencyKey = `${settleRemedy}:${requestId}:${job.lease}`;
  return [{ kind: settleRemedy, payload: { requestId }, idempotencyKey }, tell];
}

/** The jobs that were given up, the oldest first. */
export function listDeadLetters({ store }: { readonly store: Store }): Promise<readonly DeadLetter[]> {
  return store.transaction((tx) => tx.outbox.dead(shown));
}

/**
 * Puts a given-up job back as new. Each handler looks again at what is true now, so nothing is done twice; and nothing at
 * all where the request of an execution (`runRetried`) has ended meanwhile.
 */
export async function retryDeadLetter(
  deps: { readonly store: Store; readonly log: Logger },
  wish: { readonly reference: string; readonly staffId: string },
): Promise<'retried' | 'runRetried' | 'unknown'> {
  const revived = await deps.store.transaction(async (tx) => {
    const job = await tx.outbox.revive(wish.reference);
    if (job !== undefined) {
      await tx.audit.append({
        event: 'job.retried',
        actorId: wish.staffId,
        detail: { jobId: job.id, kind: job.kind },
      });
    }
    return job;
  });
  if (revived === undefined) return 'unknown';
  deps.log.info({ jobId: revived.id, kind: revived.kind }, 'dead letter put back');
  return revived.kind === requestJobKinds.runRemedy ? 'runRetried' : 'retried';
}
