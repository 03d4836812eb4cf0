import type { Knowledge } from './knowledge';
import type { Observation } from './observation';

/** What counts of each finding: one observation, from whoever's word weighs most. */
export type Heard = ReadonlyMap<string, Observation>;

/** The tenant's word wins over an answer, an answer over what was read from the opening. */
const strength = { tenant: 3, person: 2, opening: 1 } as const;

export const unknownValue = 'unknown';

/** Keeps what tells something: "unknown" says nothing, and of two words on one finding the stronger counts. */
export function heardFindings(knowledge: Knowledge, observations: readonly Observation[]): Heard {
  const heard = new Map<string, Observation>();
  const telling = observations
    .filter(({ finding, values }) => knowledge.findings.has(finding) && values.length > 0)
    .filter(({ values }) => !values.includes(unknownValue));
  for (const observation of telling) {
    const before = heard.get(observation.finding);
    const known = before === undefined ? 0 : strength[before.origin];
    const now = strength[observation.origin];
    if (before === undefined || now > known) heard.set(observation.finding, observation);
    else if (now === known) heard.set(observation.finding, both(before, observation));
  }
  return new Map(
    [...heard].filter(([id, { values }]) => values.length === 1 || knowledge.findings.get(id)?.many),
  );
}

/** Two equal words are joined, in one order whichever came first; a finding of one value is then in dispute. */
function both(one: Observation, other: Observation): Observation {
  return { ...one, values: [...new Set([...one.values, ...other.values])].toSorted() };
}
