import { byId } from './plannedMethod';
import type { PlannedMethod, PlanOf, RemedyKind, RemedyPlan } from './remedyPlan';

/** What of each kind of plan is done: arrays, because the order of an object's keys is nobody's promise. */
const details: { readonly [Kind in RemedyKind]: (plan: PlanOf<Kind>) => readonly unknown[] } = {
  'require-mfa-reregistration': (plan) => [
    plan.remove.map(method),
    plan.keep.map(method),
    plan.revokeSessions,
  ],
  'issue-temporary-access-pass': (plan) => [
    plan.lifetimeInMinutes,
    plan.isUsableOnce,
    plan.replacesPassId ?? null,
    ...(plan.deletedByHand === undefined ? [] : [plan.deletedByHand]),
    ...(plan.shownTo === undefined ? [] : [plan.shownTo]),
  ],
  'mend-phone-number': (plan) => [method(plan.phone), plan.becomes ?? null, plan.movesTo ?? null],
  'remove-one-method': (plan) => [plan.remove.map(method), plan.keep.map(method), plan.revokeSessions],
  'exclude-for-a-time': (plan) => [plan.groupId, plan.groupName, plan.minutes, plan.restoresItself],
  'dismiss-user-risk': (plan) => [plan.level, plan.state],
  'confirm-user-risk': (plan) => [plan.level, plan.state],
  'enable-account': () => [],
  'revoke-sessions': () => [],
};

/**
 * The one text of a plan: equal plans give equal texts, and any change of what would be done gives another.
 * Its SHA-256 is what an approval is bound to (SECURITY S12).
 */
export function canonicalPlan<Kind extends RemedyKind>(plan: PlanOf<Kind>): string {
  return JSON.stringify([plan.remedy, plan.personId, ...details[plan.remedy](plan)]);
}

/** The label is part of it: a phone keeps its id when its number is changed. */
function method(planned: PlannedMethod): unknown {
  return [planned.id, planned.kind, planned.phoneType ?? null, planned.label ?? null, planned.isDefault];
}

/**
 * Whether two readings of the tenant make the same plan. Which method is the default comes from a report that tells few
 * people at a time: where one of the two readings had no word of it, that alone is no changed fact.
 */
export function samePlan(one: RemedyPlan, other: RemedyPlan): boolean {
  if (canonicalPlan(one) === canonicalPlan(other)) return true;
  const untold = [one, other].some((plan) => !methodsOf(plan).some(({ isDefault }) => isDefault));
  return untold && canonicalPlan(withoutDefault(one)) === canonicalPlan(withoutDefault(other));
}

function methodsOf(plan: RemedyPlan): readonly PlannedMethod[] {
  if ('remove' in plan) return [...plan.remove, ...plan.keep];
  return 'phone' in plan ? [plan.phone] : [];
}

/** The default goes last, so the order follows from it too. */
function withoutDefault(plan: RemedyPlan): RemedyPlan {
  const plain = (methods: readonly PlannedMethod[]) =>
    methods.map((planned) => ({ ...planned, isDefault: false })).sort(byId);
  if ('remove' in plan) return { ...plan, remove: plain(plan.remove), keep: plain(plan.keep) };
  return 'phone' in plan ? { ...plan, phone: { ...plan.phone, isDefault: false } } : plan;
}
