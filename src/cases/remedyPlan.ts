import type { MethodKind, PhoneType } from './authenticationMethod';

/** What can be done to an account. Each needs its own permission and its own policy row. */
export const remedyKinds = [
  'require-mfa-reregistration',
  'issue-temporary-access-pass',
  'mend-phone-number',
  'remove-one-method',
  'exclude-for-a-time',
  'dismiss-user-risk',
  'confirm-user-risk',
  'enable-account',
  'revoke-sessions',
] as const;
export type RemedyKind = (typeof remedyKinds)[number];

export function isRemedyKind(text: string): text is RemedyKind {
  return remedyKinds.some((kind) => kind === text);
}

/** One method that a plan removes or keeps, with what an approver is shown of it. */
export interface PlannedMethod {
  readonly id: string;
  readonly kind: MethodKind;
  readonly phoneType?: PhoneType | undefined;
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
    /** Monban may not delete it later by itself: an administrator is reminded to. Absent where it may. */
    readonly deletedByHand?: true | undefined;
    /** It is shown to the person themselves; absent, to the approver, who reads it out (SECURITY S15). */
    readonly shownTo?: 'person' | undefined;
  };
  /** Writes one phone's number anew in the form that Entra reaches, or moves it to the slot where it belongs. */
  readonly 'mend-phone-number': {
    readonly phone: PlannedMethod;
    /** What the number will look like, masked; undefined where it stays. */
    readonly becomes?: string | undefined;
    /** The slot that it moves to; undefined where it stays in its own. */
    readonly movesTo?: PhoneType | undefined;
  };
  /** Removes one method: an old Authenticator, an old phone, a lost key. */
  readonly 'remove-one-method': {
    /** Exactly one. */
    readonly remove: readonly PlannedMethod[];
    readonly keep: readonly PlannedMethod[];
    readonly revokeSessions: boolean;
  };
  /** Puts the person into the group that Conditional Access policies exclude, for a time. */
  readonly 'exclude-for-a-time': {
    readonly groupId: string;
    readonly groupName: string;
    readonly minutes: number;
    /** Monban ends it by itself; else an administrator is reminded to. */
    readonly restoresItself: boolean;
  };
  /** Takes the risk off the person. */
  readonly 'dismiss-user-risk': { readonly level: string; readonly state: string };
  /** Says that the account was taken over. */
  readonly 'confirm-user-risk': { readonly level: string; readonly state: string };
  /** Lets the person sign in again. */
  readonly 'enable-account': object;
  /** Signs the person out everywhere. */
  readonly 'revoke-sessions': object;
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

/** What protects a person and gives nobody a way in: a red flag is a reason for these, never against them. */
const protective: readonly RemedyKind[] = ['confirm-user-risk', 'revoke-sessions'];

export function isProtective(kind: RemedyKind): boolean {
  return protective.includes(kind);
}

/** A person has one open request of a lane: one for what lets them in, and one for each thing that protects them. */
export type RequestLane = 'access' | RemedyKind;

export function laneOf(kind: RemedyKind): RequestLane {
  return isProtective(kind) ? kind : 'access';
}
