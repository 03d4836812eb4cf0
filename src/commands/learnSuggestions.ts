import type { ConfirmedCause } from '../ports/store';
import type { Knowledge } from '../triage/knowledge';
import { priors, type HowCommon } from '../triage/scale';
import { suggestPrior } from './learnRule';

/** What closed cases say of one cause, and of its prior. */
export interface Suggestion {
  readonly cause: string;
  readonly cases: number;
  readonly people: number;
  readonly prior: HowCommon;
  /** Absent where the counts cannot say: see `endsAlone`. */
  readonly compared?:
    | {
        /** Of all people who confirmed a cause that is compared, from 0 to 1. */
        readonly share: number;
        /** How many people the present words would lead one to expect beside those with other causes. */
        readonly expected: number;
        readonly suggested: HowCommon;
      }
    | undefined;
}

/** One suggestion for every cause of the knowledge, those that most people confirmed first. */
export function learnSuggestions(
  knowledge: Knowledge,
  confirmed: readonly ConfirmedCause[],
): readonly Suggestion[] {
  const counts = new Map(confirmed.map((one) => [one.cause, one]));
  const peopleOf = (cause: string) => counts.get(cause)?.people ?? 0;
  const comparable = new Set(knowledge.causes.filter((_, index) => endsAlone(knowledge, index)));
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
  const people = sum([...comparable].map(({ id }) => peopleOf(id)));
  const weight = sum([...comparable].map(({ prior }) => priors[prior]));

  return knowledge.causes
    .map((cause): Suggestion => {
      const { id, prior } = cause;
      const own = peopleOf(id);
      const told = { cause: id, cases: counts.get(id)?.cases ?? 0, people: own, prior };
      // Without another cause to compare with there is nothing to expect.
      if (!comparable.has(cause) || comparable.size < 2) return told;
      const expected = ((people - own) * priors[prior]) / (weight - priors[prior]);
      const suggested = suggestPrior(prior, own, expected);
      return { ...told, compared: { share: people === 0 ? 0 : own / people, expected, suggested } };
    })
    .toSorted((one, other) => other.people - one.people || other.cases - one.cases);
}

/**
 * Whether a person can end it without an admin where nothing speaks for another route. Only such causes are compared:
 * what goes to staff or approvers is never closed with "solved", so that no count does not mean that it is rare.
 */
function endsAlone(knowledge: Knowledge, causeIndex: number): boolean {
  const otherwise = knowledge.rulesByCause[causeIndex]?.find(({ when }) => when.length === 0);
  return otherwise?.route === 'self-service';
}
