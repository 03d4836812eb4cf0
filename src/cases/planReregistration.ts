import type { AuthenticationMethod } from './authenticationMethod';
import type { PlannedMethod, ReregistrationPlan } from './remedyPlan';

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

/**
 * Plans what the portal's "Require re-register MFA" does, as the exact list of what goes and what stays.
 * The default method goes last, because Entra refuses to remove it while others are left.
 */
export function planReregistration(
  personId: string,
  methods: readonly AuthenticationMethod[],
  wish: { readonly revokeSessions: boolean },
): { ok: true; plan: ReregistrationPlan } | { ok: false; refusal: ReregistrationRefusal } {
  const remove = methods.filter((method) => rank(method) >= 0).sort(byRemoval);
  if (remove.length === 0) return { ok: false, refusal: 'nothingToRemove' };
  const plan: ReregistrationPlan = {
    remedy: 'require-mfa-reregistration',
    personId,
    remove: remove.map(planned),
    keep: methods
      .filter((method) => rank(method) < 0)
      .sort(byId)
      .map(planned),
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

/** The same methods make the same plan, in whatever order the tenant lists them. */
function byId(one: AuthenticationMethod, other: AuthenticationMethod): number {
  return one.id < other.id ? -1 : Number(one.id > other.id);
}

function planned(method: AuthenticationMethod): PlannedMethod {
  return {
    id: method.id,
    kind: method.kind,
    phoneType: method.phoneType,
    label: method.label,
    isDefault: method.isDefault === true,
  };
}
