import type { IncidentCard } from './incident';

/** Why a person has a case: it was asked for, the bot was at its end, something looked dangerous, or staff took it. */
export const handoffReasons = ['asked', 'stuck', 'redFlag', 'taken'] as const;
export type HandoffReason = (typeof handoffReasons)[number];

/** Staff's own words about a case. */
export interface CaseNote {
  readonly at: number;
  readonly byId: string;
  readonly byName: string;
  readonly text: string;
}

/** What is known of a case's way from the bot to a person. */
export interface Handoff {
  readonly reason: HandoffReason;
  /** When it was handed over: what the waiting is counted from. */
  readonly at: number;
  /** The causes whose advice was shown and did not help, in that order. */
  readonly tried: readonly string[];
  /** When the staff channel had it; the person concerned is told only then. */
  readonly toldAt?: number | undefined;
  /** The case's card in the staff channel: its thread is where the case is talked about. */
  readonly card?: IncidentCard | undefined;
  /** Whoever has it now, or had it last. */
  readonly owner?: { readonly name: string; readonly since: number } | undefined;
  readonly notes?: readonly CaseNote[] | undefined;
}
