import type { Standing } from '../cases/person';
import type { Fault } from '../faults';
import type {
  AccountDetails,
  AuthenticationSteps,
  PerUserMfa,
  RegisteredDevice,
  RegisteredMethod,
} from './personRecords';
import type {
  ConditionalAccessPolicy,
  Domain,
  FailingSignIn,
  MethodPolicies,
  PreferredMethod,
  PremiumPlans,
  RegistrationDetails,
  RiskDetection,
  RiskyUser,
  ServiceHealth,
} from './tenantRecords';

/** One of several reads that went out together: what was seen, or why not. */
export type Read<T> =
  { readonly seen: true; readonly value: T } | { readonly seen: false; readonly fault: Fault };

/** What is read of a person in one go. Each part may fail alone. */
export interface PersonReads {
  /** Undefined where the tenant has no such person. */
  readonly account: Read<AccountDetails | undefined>;
  readonly methods: Read<readonly RegisteredMethod[]>;
  readonly devices: Read<readonly RegisteredDevice[]>;
  /** Active roles, the tenant's and those of administrative units. */
  readonly standing: Read<Standing>;
}

/**
 * What Monban reads of the tenant to know before it asks. Microsoft Graph v1.0, but where a read says beta.
 *
 * A read that cannot see throws a Fault, whose `needs` names what is missing:
 * `graph-forbidden` (the permission), `graph-unlicensed` (the plan), `graph-off` (Monban's own setting); else
 * `graph-throttled` (with `retryAfterMs` where Graph said so), `graph-unreachable` (no answer, or none in time),
 * `graph-broken`, `graph-unreadable` (malformed), `entra-token`.
 *
 * The tenant-wide reads wait for their turn among the calls that Microsoft limits together, so they are for a schedule,
 * never for somebody who waits. Lists come in pages, to be kept as they come; a failure in the middle throws there,
 * and what was kept is true but not all.
 */
export interface TenantEvidence {
  /**
   * Sign-ins that failed at or after `since`, newest first, by when they happened. They may arrive in the log minutes late,
   * rarely two hours, and more than once: overlap the window and go by id. Group of limits: reports.
   */
  failingSignIns(since: number): AsyncIterable<readonly FailingSignIn[]>;
  /** Everybody's row of the registration report; it cannot be asked for changes only. Group of limits: reports. */
  registrationDetails(): AsyncIterable<readonly RegistrationDetails[]>;
  /** Those who are at risk now: who is not among them (any more) is not. Group of limits: identity protection. */
  riskyUsers(): AsyncIterable<readonly RiskyUser[]>;
  /** What was detected since then, the reports of suspicious activity among them. Group of limits: identity protection. */
  riskDetections(since: number): AsyncIterable<readonly RiskDetection[]>;
  methodPolicies(): Promise<MethodPolicies>;
  securityDefaultsOn(): Promise<boolean>;
  /** Group of limits: identity protection. */
  conditionalAccessPolicies(): Promise<readonly ConditionalAccessPolicy[]>;
  serviceHealth(): Promise<ServiceHealth>;
  premiumPlans(): Promise<PremiumPlans>;
  domains(): Promise<readonly Domain[]>;

  /**
   * One `$batch` for somebody who has just written. It throws only where the batch itself failed.
   * Methods are limited as the reports are, five in ten seconds: in a rush they are left out (`graph-throttled`).
   */
  person(personId: string): Promise<PersonReads>;

  /** Beta; `graph-off` unless switched on. */
  perUserMfa(personId: string): Promise<PerUserMfa>;
  /** Beta; `graph-off` unless switched on: the default that the registration report has hours later. */
  preferredMethod(personId: string): Promise<PreferredMethod | undefined>;
  /** Beta; `graph-off` unless switched on. Newest first. Group of limits: reports. */
  authenticationSteps(personId: string, since: number): Promise<readonly AuthenticationSteps[]>;
}
