import { z } from 'zod/v4';
import type { AuditEntry, Store, StoreTransaction } from '../ports/store';

export const syncTicketKind = 'sync-ticket';
export const syncTicketSchema = z.object({ caseId: z.string() });

/** What a helpdesk's own system gets to know of a case, by the trail's names. */
export const ticketEvents: readonly string[] = [
  'case.handedOver',
  'case.claimed',
  'case.handedBack',
  'case.resolved',
  'case.reopened',
  'case.closed',
  'request.opened',
  'request.approved',
  'request.denied',
  'request.expired',
  'request.withdrawn',
  'request.frozen',
  'remedy.done',
  'remedy.partial',
  'remedy.failed',
  'recovery.staffTold',
  'microsoft.begun',
  'microsoft.ticketKept',
  'microsoft.accessBack',
  'watch.alert',
];

/** What a ticket is made for: before that a case is the bot's alone. */
export const openingEvents: readonly string[] = ['case.handedOver', 'request.opened', 'microsoft.begun'];

/**
 * A store that has the ticket system told of what happens to a case: the job is written with the entry in the trail. The
 * trail is what is told from, so nothing is lost while the other system is away, and the case never waits for it.
 */
export function toldToTickets(store: Store): Store {
  return {
    ...store,
    transaction: (work) =>
      store.transaction((tx) =>
        work({
          ...tx,
          audit: {
            append: async (entry) => {
              await tx.audit.append(entry);
              await addSync(tx, entry);
            },
          },
        }),
      ),
  };
}

async function addSync(tx: StoreTransaction, { caseId, event }: AuditEntry): Promise<void> {
  if (caseId === undefined || !ticketEvents.includes(event)) return;
  await tx.outbox.add({ kind: syncTicketKind, payload: { caseId } });
}
