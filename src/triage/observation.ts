/**
 * One thing that was observed: a finding of the vocabulary and what is known of it.
 * Values are the vocabulary's, booleans as `true` and `false`; `['unknown']` where the person could not say.
 * The tenant's word wins over the person's answer, and an answer over what was read from the opening.
 */
export interface Observation {
  readonly finding: string;
  readonly values: readonly string[];
  readonly origin: 'opening' | 'person' | 'tenant';
  /** The tenant's findings only: which of its records tells it, such as `signIns`. */
  readonly source?: string | undefined;
  /** The tenant's findings only: from when it is, in epoch milliseconds. */
  readonly at?: number | undefined;
}
