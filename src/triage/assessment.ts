import type { Observation } from './observation';

/** The routes of the vocabulary: who has to do something now. */
export const routes = [
  'self-service',
  'wait',
  'admin-mfa-reset',
  'admin-tap',
  'admin-method-fix',
  'admin-policy',
  'password-reset',
  'microsoft-support',
  'other-organisation',
  'human',
] as const;
export type Route = (typeof routes)[number];

/** One cause with how likely it is, and what spoke for and against it. */
export interface RankedCause {
  readonly cause: string;
  /** 0 to 1; all causes together make 1. */
  readonly probability: number;
  readonly spokeFor: readonly Observation[];
  readonly spokeAgainst: readonly Observation[];
}

/** What the findings so far amount to. */
export interface Assessment {
  /** All causes, the likeliest first. */
  readonly causes: readonly RankedCause[];
  readonly route: Route;
  /** Finding or situation ids that mean that somebody else may be at work: a security decision comes first. */
  readonly redFlags: readonly string[];
}

/** Where a triage stands: plain data that is kept between turns. */
export interface TriageProgress {
  readonly observations: readonly Observation[];
  /** Findings that were asked already, in order; none is asked twice. */
  readonly asked: readonly string[];
}

/** What to do next: ask for one or a few findings on one card, or say what it is. */
export type NextStep =
  | { readonly kind: 'ask'; readonly findings: readonly string[] }
  | { readonly kind: 'conclude'; readonly assessment: Assessment };
