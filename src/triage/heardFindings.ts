import type { Knowledge } from './knowledge';
import type { Observation } from './observation';

/** What was heard so far, by finding. */
export interface Heard {
  /** One observation of each finding, from whoever's word weighs most. */
  readonly telling: ReadonlyMap<string, Observation>;
  /** What was asked and nobody could say. */
  readonly unsure: ReadonlySet<string>;
}

/** The tenant's word wins over an answer, an answer over what was read from the opening. */
const strength = { tenant: 3, person: 2, opening: 1 } as const;

export const unknownValue = 'unknown';

/** Keeps what tells something: "unknown" says nothing, and of two words on one finding the stronger counts. */
export function heardFindings(knowledge: Knowledge, observations: readonly Observation[]): Heard {
  const known = observations.filter(
    ({ finding, values }) => knowledge.findings.has(finding) && values.length > 0,
  );
  const heard = new Map<string, Observation>();
  for (const observation of known.filter(({ values }) => !values.includes(unknownValue))) {
    const before = heard.get(observation.finding);
    heard.set(observation.finding, before === undefined ? observation : stronger(before, observation));
  }
  const telling = new Map(
    [...heard].filter(([id, { values }]) => values.length === 1 || knowledge.findings.get(id)?.many),
  );
  const unsure = known.filter(({ finding }) => !telling.has(finding)).map(({ finding }) => finding);
  return { telling, unsure: new Set(unsure) };
}

/** Two equal words are joined, in one order whichever came first; a finding of one value is then in dispute. */
function stronger(one: Observation, other: Observation): Observation {
  const difference = strength[one.origin] - strength[other.origin];
  if (difference !== 0) return difference > 0 ? one : other;
  return { ...one, values: [...new Set([...one.values, ...other.values])].toSorted() };
}
