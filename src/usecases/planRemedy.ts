import type { RemedyChoices } from '../cases/remedyChoices';
import type { RemedyKind, RemedyPlan } from '../cases/remedyPlan';
import type { PlanRefusal } from '../cases/requestRefusals';
import { planOfKind } from './planners';
import { readTarget, type Target } from './readTarget';
import type { RequestDeps } from './requestDeps';

/** A person, the policy's rules for them, and what would be done to their account, as the tenant is right now. */
export type Planned =
  | (Extract<Target, { ok: true }> & { readonly plan: RemedyPlan })
  | { readonly ok: false; readonly refusal: PlanRefusal };

/**
 * Reads the tenant and plans a remedy. Done before anybody is bothered, and once more right before the remedy runs:
 * another plan then means that the facts changed (SECURITY S12).
 */
export async function planRemedy(
  deps: Pick<RequestDeps, 'directory' | 'approvals'>,
  wish: RemedyChoices & { readonly personId: string; readonly remedy: RemedyKind },
): Promise<Planned> {
  const target = await readTarget(deps, wish);
  if (!target.ok) return target;
  const { approvals, directory } = deps;
  const passLifetimeMinutes = Math.min(
    approvals.passLifetimeMinutes,
    target.row.passLifetimeMinutes ?? Infinity,
  );
  const bounded = { directory, approvals: { ...approvals, passLifetimeMinutes }, row: target.row };
  const planned = await planOfKind(wish.remedy, bounded, target.person, wish);
  return planned.ok ? { ...target, plan: planned.plan } : planned;
}
