import type { Person } from '../cases/person';
import type { Observation } from '../triage/observation';
import { tenantFinding } from './tenantFinding';

/** What the account itself tells. An account that is not synchronised may still be federated: no word about that. */
export function personToFindings(person: Person): readonly Observation[] {
  return [
    tenantFinding('account_enabled', person.accountEnabled),
    ...(person.synced ? [tenantFinding('federated_or_synced', true)] : []),
  ];
}
