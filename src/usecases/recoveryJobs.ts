import { z } from 'zod/v4';
import { recoverySteps } from '../cases/followUp';
import type { StoreTransaction } from '../ports/store';

export const recoveryJobs = { look: 'follow-recovery', tell: 'tell-recovery' } as const;

export const followRecoverySchema = z.object({ caseId: z.string() });

export const tellRecoverySchema = z.object({
  caseId: z.string(),
  about: z.enum(['begun', 'reminder', 'proven', 'left']),
  listener: z.enum(['person', 'staff']),
  open: z.array(z.enum(recoverySteps)),
});
export type RecoveryTold = z.infer<typeof tellRecoverySchema>;

/** Looks at the tenant at that time; each look adds the next one. */
export async function addLook(
  tx: StoreTransaction,
  caseId: string,
  look: { readonly at: number; readonly name: string },
): Promise<void> {
  await tx.outbox.add({
    kind: recoveryJobs.look,
    payload: { caseId },
    runAfter: look.at,
    idempotencyKey: `${recoveryJobs.look}:${caseId}:${look.name}`,
  });
}

/** Each listener has a job of their own, so that a message that fails is tried again without repeating the other. */
export async function tellOfRecovery(tx: StoreTransaction, told: RecoveryTold, name: string): Promise<void> {
  await tx.outbox.add({
    kind: recoveryJobs.tell,
    payload: told,
    idempotencyKey: `${recoveryJobs.tell}:${told.caseId}:${told.listener}:${told.about}:${name}`,
  });
}
