import type { MethodKind } from './authenticationMethod';

/** What can be done to an account. Each needs its own permission and its own policy row. */
export const remedyKinds = ['require-mfa-reregistration', 'issue-temporary-access-pass'] as const;
export type RemedyKind = (typeof remedyKinds)[number];

/** One method that a plan removes or keeps, with what an approver is shown of it. */
export interface PlannedMethod {
  readonly id: string;
  readonly kind: MethodKind;
  readonly phoneType?: 'mobile' | 'alternateMobile' | 'office' | undefined;
  readonly label?: string | undefined;
  readonly isDefault: boolean;
}

/** What each kind of plan holds besides its name and the person: everything that will be done, and nothing else. */
interface PlanDetails {
  /** Removes the methods that the portal's "require re-register" removes, in this very order. */
  readonly 'require-mfa-reregistration': {
    /** In the order of removal: alternate phone before mobile, the default method last. */
    readonly remove: readonly PlannedMethod[];
    /** What stays: password, passkeys, Windows Hello and whatever else is registered. */
    readonly keep: readonly PlannedMethod[];
    readonly revokeSessions: boolean;
  };
  /** Issues one Temporary Access Pass. */
  readonly 'issue-temporary-access-pass': {
    readonly lifetimeInMinutes: number;
    readonly isUsableOnce: boolean;
    /** The id of a pass that is there already and that Entra will replace. */
    readonly replacesPassId?: string | undefined;
  };
}

/** The plan of one kind of remedy. */
export type PlanOf<Kind extends RemedyKind> = {
  [Each in Kind]: { readonly remedy: Each; readonly personId: string } & PlanDetails[Each];
}[Kind];

export type RemedyPlan = PlanOf<RemedyKind>;
export type ReregistrationPlan = PlanOf<'require-mfa-reregistration'>;
export type PassPlan = PlanOf<'issue-temporary-access-pass'>;

/** The methods that a plan removes, in its order; none where it removes nothing. */
export function removalsOf(plan: RemedyPlan): readonly PlannedMethod[] {
  return 'remove' in plan ? plan.remove : [];
}
