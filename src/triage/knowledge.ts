import type { Route } from './assessment';
import type { HowCommon, HowOften } from './scale';

/** The two languages of every text. Structurally the one of `cases/`, which triage does not know. */
export type Language = 'ja' | 'en';
type LocalText = Readonly<Record<Language, string>>;

/** One value that a finding can have, with how it is offered and how it is told back. */
interface FindingValue {
  readonly label: LocalText | undefined;
  readonly told: LocalText;
  /** How often the value is seen where a cause says nothing of it. */
  readonly otherwise: HowOften;
  /** Below 1 where the value mostly repeats what another finding says too. */
  readonly weight: number;
}

export interface Finding {
  readonly id: string;
  /** Who can tell: `opening` findings are only ever read from a person's own words. */
  readonly by: 'person' | 'tenant' | 'either' | 'opening';
  readonly kind: 'yes-no' | 'choice' | 'code';
  /** Whether several values can hold at once. */
  readonly many: boolean;
  readonly values: ReadonlyMap<string, FindingValue>;
  /** How often a person who is asked can tell. */
  readonly canTell: HowOften;
  /** How far its word counts: below 1 where findings of its kind repeat one another. */
  readonly weight: number;
  /**
   * How far the tenant's word on it counts. Below 1 where a record holds for many who have no such trouble: a person
   * who mentions the company's own sign-in page says more than a flag on every account. Above 1 where the record all
   * but settles it: the directory does not misremember, as people do.
   */
  readonly fromTenant: number;
  /** Findings with the same word may share a card. */
  readonly card: string | undefined;
  readonly question: LocalText | undefined;
  readonly why: LocalText | undefined;
}

/** What must hold: a finding has (one of) these values, or with `not` has none of them. */
export interface Condition {
  readonly finding: string;
  readonly values: readonly string[];
  readonly not: boolean;
  /** Holds only where somebody said so; otherwise what nobody told is weighed by how likely it is. */
  readonly said: boolean;
}

/** One thing to do, as the person reads it. */
export interface Step extends LocalText {
  readonly routes: readonly Route[] | undefined;
  readonly when: readonly Condition[];
  readonly validFrom: string | undefined;
  readonly validTo: string | undefined;
  /** Stays valid after `validTo` where the tenant has a telecom provider of its own. */
  readonly keptWithTelecom: boolean;
  /** Where it is written, if not among the cause's own sources. */
  readonly source: string | undefined;
}

export interface Cause {
  readonly id: string;
  readonly prior: HowCommon;
  readonly name: LocalText;
  readonly explanation: LocalText;
  readonly sources: readonly string[];
  /** finding → value → how often it is seen under this cause. */
  readonly seen: ReadonlyMap<string, ReadonlyMap<string, HowOften>>;
  readonly steps: readonly Step[];
}

export interface RouteText {
  readonly name: LocalText;
  readonly explanation: LocalText;
  /** What has to be asked before this route is taken: safe ways first, and the right organisation. */
  readonly askBefore: readonly string[];
  readonly steps: readonly Step[];
}

/** The first rule that names the cause (or all) and whose conditions hold gives the route. */
export interface RouteRule {
  readonly causes: ReadonlySet<string> | 'any';
  readonly when: readonly Condition[];
  readonly route: Route;
}

interface RedFlag {
  readonly id: string;
  /** What staff and the person read of it. */
  readonly text: LocalText;
  readonly when: readonly Condition[];
}

/** One part of a pattern: any of these words stands there, as said, affirmed or denied. */
export interface PatternTerm {
  readonly word: string;
  readonly polarity: 'any' | 'affirmed' | 'denied' | 'absent';
}

/** Words that stand together in a sentence, and the finding that they tell of. */
export interface OpeningPattern {
  readonly finding: string;
  readonly value: string;
  readonly terms: readonly PatternTerm[];
  /** How far apart the words may stand: anywhere in the text, in one sentence, or close together. */
  readonly reach: 'all' | 'sentence' | 'near';
}

export interface Knowledge {
  readonly findings: ReadonlyMap<string, Finding>;
  readonly causes: readonly Cause[];
  readonly routes: ReadonlyMap<Route, RouteText>;
  readonly routeRules: readonly RouteRule[];
  /** The rules that can apply to each cause, in the order of `causes`. */
  readonly rulesByCause: readonly (readonly RouteRule[])[];
  readonly redFlags: readonly RedFlag[];
  /** Each a set of conditions that cannot all be so. */
  readonly contradictions: readonly (readonly Condition[])[];
  /** Name of a group of words → how any of them is found in normalised text. */
  readonly words: ReadonlyMap<string, RegExp>;
  readonly openings: readonly OpeningPattern[];
  readonly likelihoods: Likelihoods;
}

/** finding → value → the natural logarithm of how often it is seen, one number per cause. */
export type Likelihoods = ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>;
