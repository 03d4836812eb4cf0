import type { AuthenticationMethod } from './authenticationMethod';
import type { PassPlan } from './remedyPlan';

export type PassRefusal = 'passesSwitchedOff' | 'passesNotForThisPerson';

/** The tenant's rules for passes, as far as a plan depends on them. */
interface PassRules {
  readonly enabled: boolean;
  readonly minimumLifetimeInMinutes: number;
  readonly maximumLifetimeInMinutes: number;
  readonly includes: 'all' | readonly string[];
  readonly excludes: readonly string[];
}

/** Plans one Temporary Access Pass: one-time (every policy allows that), and no longer than wished for or as the policy allows. */
export function planPass(facts: {
  readonly personId: string;
  readonly rules: PassRules;
  /** Which of the groups that the rules name the person is in. */
  readonly groupIds: readonly string[];
  readonly methods: readonly AuthenticationMethod[];
  readonly wishedLifetimeInMinutes: number;
  readonly deletesItself: boolean;
  /** By the policy. */
  readonly shownTo: 'approver' | 'person';
}): { ok: true; plan: PassPlan } | { ok: false; refusal: PassRefusal } {
  const { rules, groupIds } = facts;
  if (!rules.enabled) return { ok: false, refusal: 'passesSwitchedOff' };
  const included = rules.includes === 'all' || rules.includes.some((id) => groupIds.includes(id));
  const excluded = rules.excludes.some((id) => groupIds.includes(id));
  // Entra would create a pass here too, but nobody could sign in with it.
  if (!included || excluded) return { ok: false, refusal: 'passesNotForThisPerson' };
  const lifetimeInMinutes = Math.min(
    Math.max(facts.wishedLifetimeInMinutes, rules.minimumLifetimeInMinutes),
    rules.maximumLifetimeInMinutes,
  );
  const replacesPassId = facts.methods.find(({ kind }) => kind === 'temporary-access-pass')?.id;
  const plan: PassPlan = {
    remedy: 'issue-temporary-access-pass',
    personId: facts.personId,
    lifetimeInMinutes,
    isUsableOnce: true,
    replacesPassId,
    ...(facts.deletesItself ? {} : { deletedByHand: true }),
    ...(facts.shownTo === 'person' ? { shownTo: 'person' } : {}),
  };
  return { ok: true, plan };
}
