import type { HandoffReason } from '../cases/handoff';
import type { RemedyKind } from '../cases/remedyPlan';
import type { Assessment } from '../triage/assessment';
import type { Observation } from '../triage/observation';
import type { Press } from './input';
import type { TriageState } from './triageState';

/** Sentences that need nothing but the conversation's own words. */
export type Saying =
  | 'welcome'
  | 'help'
  | 'notUnderstood'
  | 'alreadyFirst'
  | 'tryNext'
  | 'tenantTold'
  | 'glad'
  | 'youAreWelcome'
  | 'startedOver'
  | 'requestNotOffered'
  | 'securityFirst'
  | 'staleCard'
  | 'notYourCard'
  | 'badAnswer'
  | 'languageSet'
  | 'stateTooOld';

/** What the person is shown. */
export type Reply =
  | { readonly kind: 'say'; readonly saying: Saying }
  | { readonly kind: 'withStaff' }
  /** The case is part of a trouble of many: said before anything else. */
  | { readonly kind: 'incident'; readonly number: string }
  | { readonly kind: 'question'; readonly findings: readonly string[] }
  | { readonly kind: 'diagnosis'; readonly assessment: Assessment; readonly rank: number }
  /** Replaces a card that was answered, so that nobody presses it again. */
  | { readonly kind: 'answered'; readonly answers: Answers }
  /** Replaces a card on which something that was read from the person's words was called wrong. */
  | { readonly kind: 'forgotten'; readonly observation: Observation }
  /** Replaces a card whose button led on to something else. */
  | { readonly kind: 'pressed'; readonly press: Press };

/** What has to be written down or asked for because of a turn. */
export type Effect =
  | { readonly kind: 'diagnosed'; readonly assessment: Assessment }
  | { readonly kind: 'redFlagged'; readonly redFlags: readonly string[] }
  | { readonly kind: 'solved'; readonly cause: string | undefined }
  | {
      readonly kind: 'handOver';
      readonly assessment: Assessment;
      readonly reason: HandoffReason;
      /** The causes whose advice was shown. */
      readonly tried: readonly string[];
    }
  /** Goes to staff as it is: they have the case, or will. */
  | { readonly kind: 'passOn'; readonly text: string }
  | { readonly kind: 'requestRemedy'; readonly remedy: RemedyKind; readonly assessment: Assessment }
  | { readonly kind: 'withdraw' }
  | { readonly kind: 'restart' };

/** Answers by finding, in the vocabulary's values. */
export type Answers = Readonly<Record<string, readonly string[]>>;

/** The outcome of one thing that the person did. */
export interface Turn {
  readonly state: TriageState;
  readonly replies: readonly Reply[];
  readonly effects: readonly Effect[];
}
