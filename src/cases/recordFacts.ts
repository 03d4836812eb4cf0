import type { Case } from './case';
import type { MicrosoftFollowUp, RecoveryFollowUp, TicketFollowUp } from './followUp';
import type { RemedyRequest } from './remedyRequest';

/** One line of the audit trail, as far as a record tells of it. */
export interface RecordedEvent {
  readonly at: number;
  readonly event: string;
  readonly actorId: string;
  readonly requestId?: string | undefined;
  readonly detail?: Readonly<Record<string, unknown>> | undefined;
}

/** Everything that a case's work record is written from; none of it was written for the record. */
export interface RecordFacts {
  readonly case: Case;
  /** The oldest first. */
  readonly requests: readonly RemedyRequest[];
  readonly events: readonly RecordedEvent[];
  readonly recovery: RecoveryFollowUp | undefined;
  readonly microsoft: MicrosoftFollowUp | undefined;
  readonly ticket: TicketFollowUp | undefined;
  /** Names by object id, as the directory has them. Untrusted text. */
  readonly names: Readonly<Record<string, string>>;
  /** The sign-in name of the person concerned. */
  readonly userName: string | undefined;
  readonly writtenAt: number;
}
