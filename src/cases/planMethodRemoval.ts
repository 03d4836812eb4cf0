import type { AuthenticationMethod, MethodKind } from './authenticationMethod';
import { byId, plannedMethod } from './plannedMethod';
import type { RemedyChoices } from './remedyChoices';
import type { PlanOf } from './remedyPlan';

export type MethodRemovalRefusal =
  'methodNotNamed' | 'lastMethod' | 'isDefaultMethod' | 'alternatePhoneFirst';

/** What can be removed singly. */
const removable: readonly MethodKind[] = [
  'phone',
  'microsoft-authenticator',
  'software-oath',
  'fido2',
  'windows-hello',
];
/** Among these one is the default, and Entra keeps that as long as another is there. */
const secondFactors: readonly MethodKind[] = ['phone', 'microsoft-authenticator', 'software-oath'];

/**
 * Plans to remove one method. Whoever would be left without any is not helped by that: for them there is
 * re-registration, which says so.
 */
export function planMethodRemoval(
  personId: string,
  methods: readonly AuthenticationMethod[],
  choices: Pick<RemedyChoices, 'methodId' | 'methodKind' | 'revokeSessions'>,
): { ok: true; plan: PlanOf<'remove-one-method'> } | { ok: false; refusal: MethodRemovalRefusal } {
  const candidates = methods.filter(({ kind }) => removable.includes(kind));
  const goes = meant(candidates, choices);
  if (goes === undefined) return { ok: false, refusal: 'methodNotNamed' };
  const others = candidates.filter((method) => method !== goes);
  if (others.length === 0) return { ok: false, refusal: 'lastMethod' };
  if (goes.isDefault === true && others.some(({ kind }) => secondFactors.includes(kind))) {
    return { ok: false, refusal: 'isDefaultMethod' };
  }
  if (goes.phoneType === 'mobile' && others.some(({ phoneType }) => phoneType === 'alternateMobile')) {
    return { ok: false, refusal: 'alternatePhoneFirst' };
  }
  const plan: PlanOf<'remove-one-method'> = {
    remedy: 'remove-one-method',
    personId,
    remove: [plannedMethod(goes)],
    keep: methods
      .filter((method) => method !== goes)
      .sort(byId)
      .map(plannedMethod),
    revokeSessions: choices.revokeSessions === true,
  };
  return { ok: true, plan };
}

/** The named one; else the only one of the kind; else, of several Authenticators, the oldest: that is the old phone. */
function meant(
  candidates: readonly AuthenticationMethod[],
  { methodId, methodKind = 'microsoft-authenticator' }: Pick<RemedyChoices, 'methodId' | 'methodKind'>,
): AuthenticationMethod | undefined {
  if (methodId !== undefined) return candidates.find(({ id }) => id === methodId);
  const ofKind = candidates.filter(({ kind }) => kind === methodKind);
  if (ofKind.length <= 1) return ofKind[0];
  const dated = ofKind.filter(({ createdAt }) => createdAt !== undefined);
  if (methodKind !== 'microsoft-authenticator' || dated.length < ofKind.length) return undefined;
  return dated.sort((one, other) => (one.createdAt ?? 0) - (other.createdAt ?? 0) || byId(one, other))[0];
}
