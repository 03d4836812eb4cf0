import type { Standing } from '../cases/person';
import type { Observation } from '../triage/observation';
import { tenantFinding } from './tenantFinding';

/** Whether the person is an admin, as Entra's own report counts it: any active directory role. */
export function isAdmin(standing: Standing): boolean {
  return standing.roles.length > 0;
}

/** What the active roles tell. */
export function standingToFindings(standing: Standing): readonly Observation[] {
  return [tenantFinding('is_admin', isAdmin(standing))];
}
