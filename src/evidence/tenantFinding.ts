import type { Observation } from '../triage/observation';

/** A finding of the vocabulary as the tenant tells it. */
export function tenantFinding(finding: string, value: boolean): Observation {
  return { finding, values: [String(value)], origin: 'tenant' };
}
