import type { Observation } from '../triage/observation';
import type { KeptConditionalAccess, KeptServiceHealth } from './keptRecords';
import { tenantFinding, type Told } from './tenantFinding';

const day = 24 * 60 * 60_000;
/** A rule of this age may still be new to people. */
const newRuleMs = 14 * day;

/** Whether Microsoft reports that signing in itself is disturbed. A disturbance of Teams alone is none of it. */
export function serviceFindings(health: Told<KeptServiceHealth>): readonly Observation[] {
  const { at, value } = health;
  const about = new Set(value.services.filter((one) => one.about !== 'teams').map(({ name }) => name));
  const open = value.openIssues.filter(({ service }) => about.has(service));
  if (open.some(({ kind }) => kind === 'incident'))
    return [tenantFinding('service_incident', true, 'serviceHealth', at)];
  // An advisory may or may not be what the person runs into.
  return open.length === 0 ? [tenantFinding('service_incident', false, 'serviceHealth', at)] : [];
}

/**
 * Whether MFA was lately switched on for everybody, this person included. Never "no": it may have been switched on for a
 * group, or for the person alone.
 */
export function newRuleFindings(
  policies: Told<KeptConditionalAccess>,
  personId: string,
  now: number,
): readonly Observation[] {
  const isNew = policies.value.some((policy) => {
    const { createdAt, demands, groups, state, users } = policy;
    const forAll =
      users.includes === 'all'
        ? !users.excludes.includes(personId) && groups.excludes.length === 0
        : users.includes.includes(personId);
    const demandsMfa = demands.some((demand) => /^mfa$|authenticationStrength/iu.test(demand));
    return (
      state === 'enabled' && forAll && demandsMfa && createdAt !== undefined && now - createdAt <= newRuleMs
    );
  });
  return isNew ? [tenantFinding('mfa_newly_required', true, 'conditionalAccess', policies.at)] : [];
}
