import type { Language } from './language';
import type { PersonKind } from './personKinds';
import type { RemedyKind, RemedyPlan } from './remedyPlan';

/** The life of a request (SECURITY.md, "A request's life"). Graph is written only from `running`. */
export const requestStates = [
  'draft',
  'awaitingProof',
  'pending',
  'approved',
  'claimed',
  'running',
  'done',
  'partial',
  'failed',
  'denied',
  'expired',
  'withdrawn',
  'frozen',
] as const;
export type RequestState = (typeof requestStates)[number];

/** How the identity of the person concerned was proven. */
export const proofKinds = ['call-back', 'manager-vouched', 'remaining-method', 'in-person'] as const;
export type ProofKind = (typeof proofKinds)[number];

/** What staff can say that they did; the others are said by the manager, and by the identity provider. */
export const staffProofs = ['call-back', 'in-person'] as const satisfies readonly ProofKind[];

/** Whose word brought a request: the person's own chat, a colleague of theirs, or staff for a caller. */
export const doors = ['own', 'colleague', 'staff'] as const;
export type Door = (typeof doors)[number];

/** That somebody made sure who the person is: how, and when. */
export interface Proof {
  readonly kind: ProofKind;
  /** Who made sure. For a remaining method that is the person, whom the identity provider vouches for. */
  readonly proverId: string;
  readonly proverName: string;
  readonly at: number;
}

/** Who decided, and how. */
export interface Decision {
  readonly decision: 'approved' | 'denied';
  readonly approverId: string;
  readonly approverName: string;
  readonly at: number;
  /** What the approver wrote. Untrusted text, shown as plain text only. */
  readonly reason: string;
  /** Present on an approval: the proof of identity that it relies on. */
  readonly proof?: ProofKind | undefined;
}

/** One step of a running remedy, journalled before and after it is done. */
export interface JournalStep {
  /** `recheck`, `delete:{method id}`, `revoke-sessions`, `verify`, `create-pass`, `pass-link`, `pass-shown`, `delete-pass`. */
  readonly step: string;
  /** `would-have`: a dry run; nothing was written. */
  readonly outcome: 'started' | 'done' | 'already-done' | 'failed' | 'would-have';
  readonly at: number;
  /** A fault code or a reason of ours (`factsChanged`), where it failed. */
  readonly fault?: string | undefined;
}

/** A remedy asked for one person. Times are epoch milliseconds, ids Entra object ids in lower case. */
export interface RemedyRequest {
  readonly tenantId: string;
  readonly id: string;
  /** Short, for people to say and type: `R-7K2M`. */
  readonly number: string;
  readonly caseId: string;
  readonly state: RequestState;
  /** Raised by one at each save; a save with another version is a conflict. */
  readonly version: number;
  readonly remedy: RemedyKind;
  /** The person concerned: whose account is changed. */
  readonly personId: string;
  readonly personName: string;
  readonly personUpn: string;
  readonly personLanguage: Language;
  /** Who asked for it. */
  readonly requesterId: string;
  /** Who opened the case. */
  readonly openerId: string;
  /** Who asked for the same while this request was open (it was merged): they may not approve it either. */
  readonly alsoAskedBy?: readonly string[] | undefined;
  readonly plan: RemedyPlan;
  /** SHA-256 of the canonical plan, in hex. */
  readonly digest: string;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly door: Door;
  /** What kind of person it was when asked, and at the last decision: another one voids the approvals (SECURITY S9). */
  readonly personKind?: PersonKind | undefined;
  /** What the person's own chat shows and the prover has to hear from them: it ties the chat to the call (door `own`). */
  readonly phrase?: string | undefined;
  /** How often a wrong phrase was given. */
  readonly wrongPhrases?: number | undefined;
  readonly proof?: Proof | undefined;
  /** Who has approved so far, each person once. A change of the plan, or of who the person is, empties it (SECURITY S8, S9). */
  readonly approvals: readonly Decision[];
  /** The fresh sign-ins that were used on this request, so that each counts once (SECURITY S7). */
  readonly confirmationsUsed?: readonly string[] | undefined;
  /** The decision that ended the waiting: the last approval that was needed, or the denial. */
  readonly decision?: Decision | undefined;
  readonly journal: readonly JournalStep[];
  /** A rehearsal: the whole way with every write left out. */
  readonly dryRun?: true | undefined;
  /** What happened once it was over: a pass used and deleted, an exclusion restored. */
  readonly afterwards?: readonly JournalStep[] | undefined;
}
