import type { PlannedMethod, RemedyPlan } from './remedyPlan';

/**
 * The one text of a plan: equal plans give equal texts, and any change of what would be done gives another.
 * Its SHA-256 is what an approval is bound to (SECURITY S12).
 */
export function canonicalPlan(plan: RemedyPlan): string {
  return JSON.stringify(plan.remedy === 'require-mfa-reregistration' ? reregistration(plan) : pass(plan));
}

/** Arrays, because the order of an object's keys is nobody's promise. */
function reregistration(plan: Extract<RemedyPlan, { remedy: 'require-mfa-reregistration' }>): unknown {
  return [plan.remedy, plan.personId, plan.remove.map(method), plan.keep.map(method), plan.revokeSessions];
}

function pass(plan: Extract<RemedyPlan, { remedy: 'issue-temporary-access-pass' }>): unknown {
  return [plan.remedy, plan.personId, plan.lifetimeInMinutes, plan.isUsableOnce, plan.replacesPassId ?? null];
}

/** The label is part of it: a phone keeps its id when its number is changed. */
function method(planned: PlannedMethod): unknown {
  return [planned.id, planned.kind, planned.phoneType ?? null, planned.label ?? null, planned.isDefault];
}
