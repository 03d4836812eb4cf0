import { planPass } from '../cases/planPass';
import { planReregistration } from '../cases/planReregistration';
import type { Person, Standing } from '../cases/person';
import { targetRefusal } from '../cases/personKind';
import type { RemedyKind, RemedyPlan } from '../cases/remedyPlan';
import type { Directory } from '../ports/directory';
import type { RequestDeps } from './requestDeps';
import type { PlanRefusal } from '../cases/requestRefusals';

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
  wish: { readonly personId: string; readonly remedy: RemedyKind; readonly revokeSessions: boolean },
): Promise<Planned> {
  const { directory, approvals } = deps;
  const [person, standing] = await Promise.all([
    directory.person(wish.personId),
    directory.standing(wish.personId),
  ]);
  const refusal = targetRefusal(person, standing, approvals);
  if (refusal !== undefined) return { ok: false, refusal };
  if (person === undefined) return { ok: false, refusal: 'unknownPerson' };
  const planned =
    wish.remedy === 'require-mfa-reregistration'
      ? planReregistration(person.id, await directory.methods(person.id), wish)
      : await planPassFor(directory, person.id, approvals.passLifetimeMinutes);
  return planned.ok ? { ok: true, person, standing, plan: planned.plan } : planned;
}

async function planPassFor(
  directory: Directory,
  personId: string,
  wishedLifetimeInMinutes: number,
): Promise<ReturnType<typeof planPass>> {
  const [rules, methods] = await Promise.all([directory.passPolicy(), directory.methods(personId)]);
  const named = [...(rules.includes === 'all' ? [] : rules.includes), ...rules.excludes];
  const groupIds = named.length === 0 ? [] : await directory.groupsAmong(personId, named);
  return planPass({ personId, rules, groupIds, methods, wishedLifetimeInMinutes });
}
