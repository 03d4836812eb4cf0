import type { AuthenticationMethod } from './authenticationMethod';
import { byId, plannedMethod } from './plannedMethod';
import type { ReregistrationPlan } from './remedyPlan';

export type ReregistrationRefusal = 'nothingToRemove';

/**
 * The order in which Entra lets methods go: an alternate phone cannot stay without the mobile one.
 * A kind that is not named here stays: password, passkeys, Windows Hello, e-mail, passes, what we do not know.
 */
const orderOfRemoval = [
  'phone:alternateMobile',
  'phone:office',
  'phone:mobile',
  'phone',
  'software-oath',
  'microsoft-authenticator',
] as const;

/** Kinds that go only where they are named as lost: what is still in the person's hand is their way in. */
const removedWhenLost = ['fido2', 'windows-hello'];

/**
 * Plans what the portal's "Require re-register MFA" does, as the exact list of what goes and what stays.
 * The default method goes last, because Entra refuses to remove it while others are left.
 */
export function planReregistration(
  personId: string,
  methods: readonly AuthenticationMethod[],
  wish: { readonly revokeSessions: boolean; readonly lostMethodIds?: readonly string[] | undefined },
): { ok: true; plan: ReregistrationPlan } | { ok: false; refusal: ReregistrationRefusal } {
  const goes = (method: AuthenticationMethod): boolean =>
    rank(method) >= 0 ||
    (removedWhenLost.includes(method.kind) && wish.lostMethodIds?.includes(method.id) === true);
  const remove = methods.filter(goes).sort(byRemoval);
  if (remove.length === 0) return { ok: false, refusal: 'nothingToRemove' };
  const plan: ReregistrationPlan = {
    remedy: 'require-mfa-reregistration',
    personId,
    remove: remove.map(plannedMethod),
    keep: methods
      .filter((method) => !goes(method))
      .sort(byId)
      .map(plannedMethod),
    revokeSessions: wish.revokeSessions,
  };
  return { ok: true, plan };
}

function rank(method: AuthenticationMethod): number {
  const name = method.phoneType === undefined ? method.kind : `${method.kind}:${method.phoneType}`;
  return orderOfRemoval.findIndex((known) => known === name);
}

function byRemoval(one: AuthenticationMethod, other: AuthenticationMethod): number {
  return (
    Number(one.isDefault === true) - Number(other.isDefault === true) ||
    rank(one) - rank(other) ||
    byId(one, other)
  );
}
