import type { Person, Standing } from '../cases/person';
import { targetRefusal } from '../cases/personKind';
import type { RemedyChoices } from '../cases/remedyChoices';
import type { RemedyKind, RemedyPlan } from '../cases/remedyPlan';
import type { PlanRefusal } from '../cases/requestRefusals';
import { planOfKind } from './planners';
import type { RequestDeps } from './requestDeps';

/** A person, and what would be done to their account, as the tenant is right now. */
export type Planned =
  | { readonly ok: true; readonly person: Person; readonly standing: Standing; readonly plan: RemedyPlan }
  | { readonly ok: false; readonly refusal: PlanRefusal };

/**
 * Reads the tenant and plans a remedy. Done before anybody is bothered, and once more right before the remedy runs:
 * another plan then means that the facts changed (SECURITY S12).
 */
export async function planRemedy(
  deps: Pick<RequestDeps, 'directory' | 'approvals'>,
  wish: RemedyChoices & { readonly personId: string; readonly remedy: RemedyKind },
): Promise<Planned> {
  const { directory, approvals } = deps;
  const [person, standing] = await Promise.all([
    directory.person(wish.personId),
    directory.standing(wish.personId),
  ]);
  const refusal = targetRefusal(person, standing, approvals);
  if (refusal !== undefined) return { ok: false, refusal };
  if (person === undefined) return { ok: false, refusal: 'unknownPerson' };
  const planned = await planOfKind(wish.remedy, deps, person, wish);
  return planned.ok ? { ok: true, person, standing, plan: planned.plan } : planned;
}
