import type { Person } from './person';
import type { PlanOf } from './remedyPlan';

export type EnablingRefusal = 'accountEnabledAlready' | 'accountSynced';

/** Plans to enable an account. A synchronised one is switched in the directory on the premises, or it is off again soon. */
export function planEnabling(
  person: Person,
): { ok: true; plan: PlanOf<'enable-account'> } | { ok: false; refusal: EnablingRefusal } {
  if (person.accountEnabled) return { ok: false, refusal: 'accountEnabledAlready' };
  if (person.synced) return { ok: false, refusal: 'accountSynced' };
  return { ok: true, plan: { remedy: 'enable-account', personId: person.id } };
}
