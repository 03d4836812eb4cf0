/*
 * What is read of the tenant as a whole, to be looked up afterwards: each record says of whom and from when it is.
 * Ids are Entra's in lower case, times are epoch milliseconds by Microsoft's clock. Texts are the tenant's: untrusted.
 */

/** How one Conditional Access policy judged a sign-in. */
export interface AppliedPolicy {
  readonly id: string;
  readonly name: string | undefined;
  /** success, failure, notApplied, notEnabled, unknown, reportOnly…; a later value may be new. */
  readonly result: string;
  /** What the policy demanded, in the portal's words: `Mfa`, `RequireCompliantDevice`, `Block`. */
  readonly demanded: readonly string[];
}

/** The device of a sign-in, as far as the sign-in told. */
export interface SignInDevice {
  readonly operatingSystem: string | undefined;
  readonly browser: string | undefined;
  readonly isCompliant: boolean | undefined;
  readonly isManaged: boolean | undefined;
  /** `Azure AD joined`, `Azure AD registered`, `Hybrid Azure AD joined`. */
  readonly trustType: string | undefined;
}

/** One sign-in that did not go through, interrupts included (their codes are in the knowledge). */
export interface FailingSignIn {
  readonly id: string;
  readonly personId: string;
  readonly at: number;
  /** An AADSTS number: a hint, for Microsoft changes codes and texts. Never 0. */
  readonly errorCode: number;
  readonly failureReason: string | undefined;
  readonly additionalDetails: string | undefined;
  readonly conditionalAccess: 'success' | 'failure' | 'notApplied' | 'unknown';
  /** Undefined where the permission to see policies is missing: Graph leaves them out without a word. */
  readonly appliedPolicies: readonly AppliedPolicy[] | undefined;
  readonly app: string | undefined;
  /** `Browser`, `Mobile Apps and Desktop clients`, a legacy protocol. */
  readonly clientApp: string | undefined;
  readonly device: SignInDevice;
  /** Two letters. */
  readonly countryOrRegion: string | undefined;
  readonly city: string | undefined;
  /** The tenant that the person belongs to and the one that was signed in to: they differ for guests. */
  readonly homeTenantId: string | undefined;
  readonly resourceTenantId: string | undefined;
  readonly riskState: RiskState;
}

export type RiskState =
  'none' | 'confirmedSafe' | 'remediated' | 'dismissed' | 'atRisk' | 'confirmedCompromised' | 'unknown';

/** `hidden`: the tenant's licence does not show it. */
export type RiskLevel = 'none' | 'low' | 'medium' | 'high' | 'hidden' | 'unknown';

/** A person's row of the registration report. */
export interface RegistrationDetails {
  readonly personId: string;
  /** Graph's names: `microsoftAuthenticatorPush`, `softwareOneTimePasscode`, `mobilePhone`, `passKeyDeviceBound`… */
  readonly methodsRegistered: readonly string[];
  readonly isMfaRegistered: boolean;
  readonly isMfaCapable: boolean;
  /** Whether they can set a new password by themselves. Undefined where the report does not tell. */
  readonly canResetPassword: boolean | undefined;
  /** The person's own choice. Undefined where the report says none, or something new. */
  readonly preferredMethod: PreferredMethod | undefined;
  /** What Entra asks for first by itself; empty where that is off. */
  readonly systemPreferredMethods: readonly string[];
  readonly isAdmin: boolean;
  readonly userType: 'member' | 'guest';
  /** When the report last looked at this person: it may be hours ago. */
  readonly updatedAt: number | undefined;
}

export type PreferredMethod =
  'push' | 'oath' | 'voiceMobile' | 'voiceAlternateMobile' | 'voiceOffice' | 'sms';

export interface RiskyUser {
  readonly personId: string;
  readonly level: RiskLevel;
  readonly state: RiskState;
  /** Why the state is what it is: `adminConfirmedUserCompromised`, `userPassedMFADrivenByRiskBasedPolicy`… */
  readonly detail: string | undefined;
  readonly updatedAt: number | undefined;
}

export interface RiskDetection {
  readonly id: string;
  readonly personId: string;
  /** `userReportedSuspiciousActivity`, `unfamiliarFeatures`, `leakedCredentials`… */
  readonly kind: string;
  readonly level: RiskLevel;
  readonly state: RiskState;
  /** When it happened; it may be detected days later. */
  readonly at: number;
  readonly detectedAt: number;
}

/** Whom a policy is for. `all` is every user of the tenant. */
export interface PolicyTargets {
  readonly includes: 'all' | readonly string[];
  readonly excludes: readonly string[];
}

/** What the tenant allows of one kind of method. */
export interface MethodPolicy extends PolicyTargets {
  /** Graph's id: `MicrosoftAuthenticator`, `Sms`, `Voice`, `Fido2`, `SoftwareOath`, `TemporaryAccessPass`, `Email`… */
  readonly id: string;
  readonly enabled: boolean;
}

/** The tenant's rules for its people's methods. */
export interface MethodPolicies {
  /** Includes and excludes are ids of groups or people. */
  readonly methods: readonly MethodPolicy[];
  /** Whether Authenticator also shows codes. Undefined where the policy is not told. */
  readonly authenticatorShowsCodes: boolean | undefined;
  /** Bounds for Temporary Access Passes. Undefined where the policy is not told. */
  readonly pass:
    | {
        readonly defaultLifetimeInMinutes: number;
        readonly minimumLifetimeInMinutes: number;
        readonly maximumLifetimeInMinutes: number;
        readonly oneTimeOnly: boolean;
      }
    | undefined;
}

/** A Conditional Access policy, in what matters for a person who cannot sign in. */
export interface ConditionalAccessPolicy {
  readonly id: string;
  readonly name: string;
  readonly state: 'enabled' | 'disabled' | 'reportOnly';
  readonly createdAt: number | undefined;
  readonly changedAt: number | undefined;
  readonly users: PolicyTargets;
  readonly groups: { readonly includes: readonly string[]; readonly excludes: readonly string[] };
  /** Template ids of roles. */
  readonly roles: { readonly includes: readonly string[]; readonly excludes: readonly string[] };
  /** `block`, `mfa`, `compliantDevice`, `domainJoinedDevice`, `approvedApplication`, `passwordChange`… */
  readonly demands: readonly string[];
  /** Whether all demands have to be met, or one of them. */
  readonly operator: 'AND' | 'OR';
  /** The policy is about registering security information. */
  readonly registration: boolean;
  /** The policy depends on the place of the sign-in. */
  readonly byLocation: boolean;
}

export interface ServiceIssue {
  readonly id: string;
  readonly service: string;
  readonly title: string;
  /** `serviceDegradation`, `investigating`, `serviceRestored`… */
  readonly status: string;
  /** An advisory is a smaller trouble than an incident. */
  readonly kind: 'incident' | 'advisory';
  readonly startedAt: number;
  readonly endedAt: number | undefined;
}

/** The services without which nobody signs in or reaches the bot. */
export interface ServiceHealth {
  readonly services: readonly {
    readonly id: string;
    readonly name: string;
    readonly about: 'entra' | 'teams' | 'suite';
    readonly status: string;
    readonly operational: boolean;
  }[];
  /** Those that are not resolved, of these services. */
  readonly openIssues: readonly ServiceIssue[];
}

/** Which of Entra's paid plans the tenant has: without the first there are no sign-in logs to read. */
export interface PremiumPlans {
  readonly p1: boolean;
  readonly p2: boolean;
}

export interface Domain {
  /** In lower case. */
  readonly name: string;
  /** People of this domain sign in at another identity provider. */
  readonly federated: boolean;
  /** Days until a password expires. Undefined where passwords never do, or it is not told. */
  readonly passwordValidityDays: number | undefined;
}
