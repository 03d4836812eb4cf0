/** A ticket as the helpdesk's own system has it. */
export interface MadeTicket {
  /** The other system's id, which later calls need. */
  readonly externalId: string;
  /** What people call it: `INC0010001`, `HELP-12`. */
  readonly reference: string;
  readonly link: string | undefined;
}

export interface NewTicket {
  /** Ours, in the ticket and looked for before one is made: nothing is made twice. */
  readonly caseNumber: string;
  /** How often it was made before and deleted there. */
  readonly remade: number;
  readonly summary: string;
  readonly description: string;
}

/**
 * The helpdesk's own ticket system. No call is retried inside: the job looks first whether it happened.
 * Throws Faults `tickets-*`; `gone` says that the ticket was deleted there.
 */
export interface TicketDesk {
  /** The name of the system, kept with each ticket. */
  readonly system: string;
  find(caseNumber: string): Promise<MadeTicket | undefined>;
  create(ticket: NewTicket): Promise<MadeTicket>;
  /** `reference` is in the words of a comment: the same comment is not made twice. */
  comment(
    externalId: string,
    comment: { readonly reference: string; readonly text: string },
  ): Promise<'done' | 'gone'>;
  resolve(externalId: string, text: string): Promise<'done' | 'gone'>;
}
