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

/** Removes the methods that the portal's "require re-register" removes, in this very order. */
export interface ReregistrationPlan {
  readonly remedy: 'require-mfa-reregistration';
  readonly personId: string;
  /** In the order of removal: alternate phone before mobile, the default method last. */
  readonly remove: readonly PlannedMethod[];
  /** What stays: password, passkeys, Windows Hello and whatever else is registered. */
  readonly keep: readonly PlannedMethod[];
  readonly revokeSessions: boolean;
}

/** Issues one Temporary Access Pass. */
export interface PassPlan {
  readonly remedy: 'issue-temporary-access-pass';
  readonly personId: string;
  readonly lifetimeInMinutes: number;
  readonly isUsableOnce: boolean;
  /** The id of a pass that is there already and that Entra will replace. */
  readonly replacesPassId?: string | undefined;
}

export type RemedyPlan = ReregistrationPlan | PassPlan;
