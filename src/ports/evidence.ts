import type { Observation } from '../triage/observation';

/** Something that could not be seen, and why: the bot asks instead, and staff read what is missing. */
export interface NotAvailable {
  /** The kind of record: `signIns`, `methods`. */
  readonly what: string;
  /** `late`, `tooOld`, `notYet`, or a fault's code such as `graph-forbidden`. */
  readonly why: string;
  /** The permission, licence or setting that is missing. */
  readonly needs?: string | undefined;
}

/** What the tenant can tell of a person, as findings of the vocabulary with origin `tenant`. */
export interface Evidence {
  readonly findings: readonly Observation[];
  readonly notAvailable: readonly NotAvailable[];
}

/**
 * Reads the tenant about one person, within a time budget; what is late is there the next time that one asks.
 * Never throws for what the tenant refuses: that is `notAvailable`.
 */
export type ReadEvidence = (personId: string, budgetMs?: number) => Promise<Evidence>;
