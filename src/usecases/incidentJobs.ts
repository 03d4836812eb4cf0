import { z } from 'zod/v4';
import type { StoreTransaction } from '../ports/store';

/** The jobs around incidents. */
export const incidentJobs = {
  tellStaff: 'tell-incident',
  tellOver: 'tell-incident-over',
  look: 'look-for-incidents',
} as const;

export const tellIncidentSchema = z.object({ incidentId: z.string() });
export const tellOverSchema = z.object({ incidentId: z.string(), caseId: z.string() });

/** Fifty who join within a minute are one edit of the card. */
const editEveryMs = 60_000;
/** How soon it is looked whether a new case makes an incident of it. */
const lookEveryMs = 10_000;

/** Has the incident's one card posted, or brought up to date. */
export async function tellIncident(tx: StoreTransaction, incidentId: string, now: number): Promise<void> {
  await tx.outbox.add({
    kind: incidentJobs.tellStaff,
    payload: { incidentId },
    idempotencyKey: `${incidentJobs.tellStaff}:${incidentId}:${String(Math.floor(now / editEveryMs))}`,
  });
}

/** Has it looked soon whether what happens to one happens to many. */
export async function lookSoon(tx: StoreTransaction, now: number): Promise<void> {
  await tx.outbox.add({
    kind: incidentJobs.look,
    payload: {},
    runAfter: now + lookEveryMs,
    idempotencyKey: `${incidentJobs.look}:${String(Math.floor(now / lookEveryMs))}`,
  });
}
