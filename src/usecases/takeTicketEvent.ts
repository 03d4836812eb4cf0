import { z } from 'zod/v4';
import type { Store } from '../ports/store';

export const ticketEventKind = 'tell-ticket-event';
export const ticketEventSchema = z.object({
  caseNumber: z.string(),
  reference: z.string(),
  what: z.enum(['commented', 'resolved', 'reopened']),
});

/** What another system may tell us: which event, of which case, and nothing that would be done to an account. */
export const incomingEvent = z.object({
  id: z.string().min(1).max(200),
  case: z.string().regex(/^C-[0-9A-Z]{4,8}$/u),
  kind: z.enum(['commented', 'resolved', 'reopened']),
});

/**
 * Takes an event of the ticket system: staff are told, and it is in the trail. A case is neither closed nor opened by it,
 * because it closes on proof. An event that comes again is taken once.
 */
export async function takeTicketEvent(
  { store }: { readonly store: Store },
  event: z.infer<typeof incomingEvent>,
): Promise<'taken' | 'again' | 'unknownCase'> {
  return store.transaction(async (tx) => {
    const found = await tx.cases.findByNumber(event.case);
    const follow = found === undefined ? undefined : await tx.followUps.ticket(found.id);
    if (found === undefined || follow === undefined) return 'unknownCase';
    if (!(await tx.activities.firstSeen(`tickets:${follow.system}`, event.id))) return 'again';
    const payload = { caseNumber: found.number, reference: follow.reference ?? '', what: event.kind };
    await tx.outbox.add({ kind: ticketEventKind, payload });
    await tx.audit.append({
      event: 'ticket.told',
      actorId: 'monban',
      caseId: found.id,
      detail: { system: follow.system, kind: event.kind },
    });
    return 'taken';
  });
}
