import { z } from 'zod/v4';
import { Fault } from '../faults';
import type { Clock } from '../ports/clock';
import type { TicketDesk } from '../ports/ticketDesk';
import type { Secret } from '../secret';
import { askTickets, type TicketLine } from './askTickets';
import { sign } from './signature';

/*
 * For any other system: each event is one signed POST. The receiver takes an event id once; it answers a created ticket
 * with `{id, reference, link}`, or with nothing, and then the case's number stands for both.
 */
const answered = z.object({
  id: z.string().min(1).optional(),
  reference: z.string().min(1).optional(),
  link: z.url({ protocol: /^https$/u }).optional(),
});

export function webhookDesk(
  line: Omit<TicketLine, 'authorization'> & {
    readonly path: string;
    readonly secret: Secret;
    readonly clock: Clock;
  },
): TicketDesk {
  const send = (event: { readonly id: string; readonly kind: string; readonly [more: string]: unknown }) => {
    const signature = sign(line.secret.reveal(), JSON.stringify(event), line.clock());
    const asked = {
      method: 'POST',
      path: line.path,
      body: event,
      headers: { 'x-monban-signature': signature, 'x-monban-event': event.id },
    } as const;
    return askTickets({ ...line, authorization: 'none' }, asked, answered);
  };
  const sent = async (event: Parameters<typeof send>[0]) =>
    (await send(event)) === 'gone' ? 'gone' : 'done';
  return {
    system: 'webhook',
    // The receiver tells a repeated event by its id: there is nothing to look for.
    find: () => Promise.resolve(undefined),
    async create(ticket) {
      const answer = await send({
        id: `create:${ticket.caseNumber}:${String(ticket.remade)}`,
        kind: 'ticket.create',
        ...ticket,
      });
      if (answer === 'gone') throw new Fault('tickets-refused', 'there is no such webhook', { status: 404 });
      const { caseNumber } = ticket;
      return {
        externalId: answer.id ?? caseNumber,
        reference: answer.reference ?? answer.id ?? caseNumber,
        link: answer.link,
      };
    },
    comment: (ticket, { reference, text }) =>
      sent({ id: `comment:${reference}`, kind: 'ticket.comment', ticket, text }),
    resolve: (ticket, text) => sent({ id: `resolve:${ticket}`, kind: 'ticket.resolve', ticket, text }),
  };
}
