import type { WordSearch } from './findWords';
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
  /** Its values are guesses, the likeliest first, each for one cause: only that one is told back. */
  readonly ranked: boolean;
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
  readonly words: ReadonlyMap<string, WordSearch>;
  readonly openings: readonly OpeningPattern[];
  readonly wording: Wording;
  readonly tuning: Tuning;
  readonly likelihoods: Likelihoods;
}

/** When to ask and when to stop, as shares of a right decision (0 to 1). */
export interface Tuning {
  /** What the first question must be worth, and how much more each further one: patience wears off. */
  readonly firstQuestion: number;
  readonly eachFurther: number;
  /** What a second finding on the same card must be worth: it saves a turn, yet has to be read and answered. */
  readonly secondOnCard: number;
  /** Above this a question about the cause comes before what has to be asked ahead of a reset. */
  readonly worthMoreThanNeeded: number;
  /**
   * From this probability on a cause stands out. Below it the symptom is asked in so many words before anything
   * else: reading free text errs, and no other answer tells as much. Where a symptom was read, less is enough.
   */
  readonly standsOut: { readonly withSymptom: number; readonly withoutSymptom: number };
  /** How likely resets together must be before one is proposed. */
  readonly resetNeeds: number;
  /** How likely the likeliest cause must be for that. */
  readonly resetCauseNeeds: number;
}

/** What was learnt of how each trouble is told: for each feature of a text, how much it speaks for which causes. */
export interface Wording {
  readonly causes: readonly string[];
  readonly weights: ReadonlyMap<string, WordingWeight>;
}

export interface WordingWeight {
  /** The rarer a feature, the more it tells. */
  readonly rarity: number;
  /** Place of the cause in `causes` → how much it speaks for it. */
  readonly byCause: readonly (readonly [number, number])[];
}

/** How often a value is seen, one number per cause: as a natural logarithm, and as it is (dear to work out each time). */
export interface Likelihood {
  readonly logs: readonly number[];
  readonly chances: readonly number[];
}

/** finding → value → how often it is seen. */
export type Likelihoods = ReadonlyMap<string, ReadonlyMap<string, Likelihood>>;
