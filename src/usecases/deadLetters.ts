import type { Logger } from 'pino';
import type { DeadLetter, Job, NewJob, Store } from '../ports/store';

export const tellDeadLetterKind = 'tell-dead-letter';

/** As many as a message shows. */
const shown = 10;

/** The notice to staff of a job that was given up. About a notice that could not be given itself there is only the log. */
export function deadLetterNotice(job: Job, reason: string): NewJob | undefined {
  if (job.kind === tellDeadLetterKind) return undefined;
  return {
    kind: tellDeadLetterKind,
    payload: { jobId: job.id, kind: job.kind, reason },
    idempotencyKey: `${tellDeadLetterKind}:${job.id}:${job.lease}`,
  };
}

/** The jobs that were given up, the oldest first. */
export function listDeadLetters({ store }: { readonly store: Store }): Promise<readonly DeadLetter[]> {
  return store.transaction((tx) => tx.outbox.dead(shown));
}

/** Puts a given-up job back as new. Each handler looks again at what is true now, so nothing is done twice. */
export async function retryDeadLetter(
  deps: { readonly store: Store; readonly log: Logger },
  wish: { readonly reference: string; readonly staffId: string },
): Promise<'retried' | 'unknown'> {
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
  return 'retried';
}
