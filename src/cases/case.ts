import type { Observation } from '../triage/observation';
import type { Handoff } from './handoff';
import type { Language } from './language';

/** `resolved`: staff say that it is done; it is closed once the tenant shows it. */
export type CaseState = 'triage' | 'diagnosed' | 'withStaff' | 'remedyRequested' | 'resolved' | 'closed';

/** One person's trouble, from the first message to its end. */
export interface Case {
  readonly tenantId: string;
  readonly id: string;
  /** Short, for people to say: `C-7K2M`. */
  readonly number: string;
  readonly state: CaseState;
  readonly version: number;
  /** The person concerned. */
  readonly personId: string;
  /** Who opened it. */
  readonly openerId: string;
  /** Who of the staff has it, where somebody does. */
  readonly ownerId?: string | undefined;
  readonly language: Language;
  /** Never raw logs, never the person's own words. */
  readonly findings: readonly Observation[];
  /** What of the tenant could not be seen: staff read which permission or licence is missing. */
  readonly notAvailable?:
    | readonly { readonly what: string; readonly why: string; readonly needs?: string | undefined }[]
    | undefined;
  /** Ranked cause ids, best first; empty until diagnosed. */
  readonly causes: readonly string[];
  /** The route, once diagnosed. */
  readonly route?: string | undefined;
  /** Every red flag that ever came up in it; none is taken back by what is said later (SECURITY S26). */
  readonly redFlags?: readonly string[] | undefined;
  /** The red flags that security has decided about, on record. */
  readonly flagsCleared?: readonly string[] | undefined;
  /** The cause whose advice helped, once the person said so: what priors may be learnt from. */
  readonly confirmedCause?: string | undefined;
  /** How a person came to have it; absent where the bot always had it. */
  readonly handoff?: Handoff | undefined;
  readonly createdAt: number;
  readonly updatedAt: number;
}
