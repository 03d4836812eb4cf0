import type { Person, Standing } from '../cases/person';
import { rulesFor, type TargetRefusal } from '../cases/personKind';
import type { PersonKind } from '../cases/personKinds';
import type { PolicyRow } from '../cases/policy/policyTable';
import type { RemedyKind } from '../cases/remedyPlan';
import { managesEverybody } from '../cases/roleMatrix';
import type { RequestDeps } from './requestDeps';

/** The person concerned as the tenant has them now, and the policy's rules for such a person. */
export type Target =
  | {
      readonly ok: true;
      readonly person: Person;
      readonly standing: Standing;
      readonly kind: PersonKind;
      readonly row: PolicyRow;
    }
  | { readonly ok: false; readonly refusal: TargetRefusal };

/** Reads live what kind of person this is: when asked, at each decision, and once more when the remedy runs (SECURITY S9). */
export async function readTarget(
  deps: Pick<RequestDeps, 'directory' | 'approvals'>,
  about: { readonly personId: string; readonly remedy: RemedyKind },
): Promise<Target> {
  const { approvals, directory } = deps;
  const [person, standing] = await Promise.all([
    directory.person(about.personId),
    directory.standing(about.personId),
  ]);
  if (person === undefined) return { ok: false, refusal: 'unknownPerson' };
  const otherAdministrators = managesEverybody(standing.roles)
    ? await directory.otherAdministrators(person.id)
    : undefined;
  const facts = { person, standing, otherAdministrators };
  const rules = rulesFor(facts, approvals.policy.remedies[about.remedy], approvals, about.remedy);
  return rules.ok ? { ...rules, person, standing } : rules;
}
