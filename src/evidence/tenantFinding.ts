import type { Observation } from '../triage/observation';

/** The records of the tenant that findings come from. */
export type EvidenceSource =
  | 'account'
  | 'methods'
  | 'devices'
  | 'roles'
  | 'otherAdministrators'
  | 'signIns'
  | 'registrations'
  | 'riskyUsers'
  | 'riskDetections'
  | 'methodPolicies'
  | 'securityDefaults'
  | 'conditionalAccess'
  | 'serviceHealth'
  | 'domains'
  | 'incidents';

/** Something that was read, and when it was true: the moment of reading, or the record's own time. */
export interface Told<T> {
  readonly value: T;
  readonly at: number;
}

/** A finding of the vocabulary as the tenant tells it, with the record that tells it and from when that is. */
export function tenantFinding(
  finding: string,
  value: boolean | string | readonly string[],
  source: EvidenceSource,
  at: number,
): Observation {
  const values = typeof value === 'object' ? [...value] : [String(value)];
  return { finding, values, origin: 'tenant', source, at };
}
