/**
 * How often a finding is seen under a cause, in words that somebody on a helpdesk can judge and edit.
 * The ends stay clear of 0 and 1: no single answer may exclude a cause for good, because people err.
 */
export const frequencies = {
  always: 0.95,
  usually: 0.75,
  often: 0.5,
  sometimes: 0.22,
  rarely: 0.06,
  seldom: 0.015,
  never: 0.004,
} as const;

export type HowOften = keyof typeof frequencies;

/** How many cases of a hundred or so a cause is behind: a starting point that the findings soon outweigh. */
export const priors = { common: 6, regular: 3, uncommon: 1.5, rare: 0.7 } as const;

export type HowCommon = keyof typeof priors;
