import { z } from 'zod/v4';
import { isProtective } from '../cases/remedyPlan';
import type { RemedyRequest } from '../cases/remedyRequest';
import { watchAlerts } from '../cases/watchSignIns';
import type { StoreTransaction } from '../ports/store';

export const watchJobs = { look: 'watch-sign-ins', tell: 'tell-watch' } as const;

export const watchSignInsSchema = z.object({
  requestId: z.string(),
  /** When the remedy was done. */
  since: z.int(),
  round: z.int(),
  riskBefore: z.string().optional(),
  /** What staff were told already: each thing once. */
  told: z.array(z.enum(watchAlerts)).default([]),
});

export const tellWatchSchema = z.object({ requestId: z.string(), alerts: z.array(z.enum(watchAlerts)) });

/** For a day after a remedy the person's sign-ins are looked at; written with its end. */
export async function beginWatch(tx: StoreTransaction, request: RemedyRequest, now: number): Promise<void> {
  if (request.dryRun === true || isProtective(request.remedy)) return;
  await tx.outbox.add({
    kind: watchJobs.look,
    payload: { requestId: request.id, since: now, round: 0, told: [] },
    idempotencyKey: `${watchJobs.look}:${request.id}:0`,
  });
}
