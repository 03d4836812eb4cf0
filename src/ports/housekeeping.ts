/** Rows that are older than these times may go; where one is absent, that kind is kept for ever. */
export interface KeepSince {
  /** Which activities were handled: long enough that none is delivered again. */
  readonly activities: number;
  /** Finished jobs. Those that wait, and dead letters, stay until somebody has dealt with them. */
  readonly jobs: number;
  /** Where a conversation stands in the triage. */
  readonly state: number;
  /** Closed cases with their requests. */
  readonly cases?: number | undefined;
  readonly audit?: number | undefined;
}

/** How many rows of each kind went. */
export type Forgotten = Readonly<Record<keyof KeepSince, number>>;

/** What the clock asks of the store. */
export interface Housekeeping {
  /** Where the audit chain ends, to be written down outside of the database (SECURITY S23). */
  auditHead(): Promise<{ readonly seq: number; readonly hash: string }>;
  forget(keep: KeepSince): Promise<Forgotten>;
  /**
   * Removes a person's cases, requests, posted cards, conversations and conversation state. The audit trail keeps object
   * ids and no words, and its chain stays whole; that somebody was erased is written in it.
   */
  erasePerson(personId: string, actorId: string): Promise<'erased' | 'unknown' | 'stillOpen'>;
}
