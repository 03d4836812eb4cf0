import type { Observation } from '../triage/observation';

/** What the tenant can tell of a person, as findings of the vocabulary with origin `tenant`. */
export interface Evidence {
  readonly findings: readonly Observation[];
  /** What could not be read, in words for the log and for staff: `methods: graph-forbidden`. */
  readonly notAvailable: readonly string[];
}

/** Reads the tenant about one person. Never throws for what the tenant refuses: that is `notAvailable`. */
export type ReadEvidence = (personId: string) => Promise<Evidence>;
