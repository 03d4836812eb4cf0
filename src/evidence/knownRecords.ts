import type { z } from 'zod/v4';
import type { Standing } from '../cases/person';
import type { AccountDetails, RegisteredDevice, RegisteredMethod } from '../ports/personRecords';
import type { Observation } from '../triage/observation';
import { accountFindings, deviceFindings, roleFindings } from './accountFindings';
import type {
  KeptConditionalAccess,
  KeptDomains,
  KeptMethodPolicies,
  KeptRegistration,
  KeptRiskDetection,
  KeptRiskyUser,
  KeptServiceHealth,
  KeptSignIn,
} from './keptRecords';
import { knownFactors, methodFindings } from './methodFindings';
import { riskFindings } from './riskFindings';
import { secondFactorCodes } from '../cases/signInCodes';
import { signInFindings } from './signInFindings';
import type { SecondFactor } from './secondFactors';
import { ownFailures, tellingFailure, type AboutPerson } from './tellingSignIn';
import { tenantFinding, type Told } from './tenantFinding';
import { newRuleFindings, serviceFindings } from './tenantWideFindings';

/** All that is known of one person and of the tenant; what could not be read is undefined. */
export interface KnownRecords {
  readonly account?: Told<AccountDetails> | undefined;
  readonly methods?: Told<readonly RegisteredMethod[]> | undefined;
  readonly devices?: Told<readonly RegisteredDevice[]> | undefined;
  readonly standing?: Told<Standing> | undefined;
  readonly otherAdministrators?: Told<number> | undefined;
  readonly groupIds?: readonly string[] | undefined;
  readonly signIns?: Told<readonly KeptSignIn[]> | undefined;
  readonly registration?: Told<KeptRegistration> | undefined;
  /** Seen, with nothing in it: the list was read and does not name the person. */
  readonly riskyUser?: Told<KeptRiskyUser | undefined> | undefined;
  readonly riskDetections?: Told<readonly KeptRiskDetection[]> | undefined;
  readonly methodPolicies?: Told<KeptMethodPolicies> | undefined;
  readonly securityDefaultsOn?: Told<boolean> | undefined;
  readonly conditionalAccess?: Told<KeptConditionalAccess> | undefined;
  readonly serviceHealth?: Told<KeptServiceHealth> | undefined;
  readonly domains?: Told<KeptDomains> | undefined;
}

/** Turns everything that is known into findings. Pure: the same records at the same time give the same findings. */
export function findingsOf(personId: string, known: KnownRecords, now: number): readonly Observation[] {
  return oneWordEach([...ofPerson(personId, known, now), ...ofTenant(personId, known, now)]);
}

/** Whether any record is about the person, and not only about the tenant that they may belong to. */
export function tellsOfPerson({ account, methods, registration, riskyUser, signIns }: KnownRecords): boolean {
  return (
    account !== undefined ||
    methods !== undefined ||
    registration !== undefined ||
    riskyUser?.value !== undefined ||
    (signIns?.value.length ?? 0) > 0
  );
}

function ofPerson(personId: string, known: KnownRecords, now: number): readonly Observation[] {
  const records = {
    personId,
    methods: known.methods,
    registration: known.registration,
    policies: known.methodPolicies,
    groupIds: known.groupIds,
  };
  const about = aboutPerson(known, knownFactors(records, now)?.list);
  const signIns = known.signIns?.value ?? [];
  const failure = tellingFailure(ownFailures(signIns, about, now), about);
  const stoppedAtSecondFactor =
    failure !== undefined && (failure.mfaOutcome !== undefined || secondFactorCodes.has(failure.errorCode));
  return [
    ...from(known.account, (account) => accountFindings(account, known.domains, now)),
    ...methodFindings({ ...records, stoppedAtSecondFactor }, now),
    ...from(known.devices, deviceFindings),
    ...(known.standing === undefined
      ? reportedAdmin(known.registration)
      : roleFindings(known.standing, known.otherAdministrators)),
    ...signInFindings(signIns, about, known.conditionalAccess?.value, now),
    ...riskFindings(known.riskyUser, known.riskDetections),
  ];
}

function ofTenant(personId: string, known: KnownRecords, now: number): readonly Observation[] {
  return [
    ...from(known.securityDefaultsOn, ({ at, value }) => [
      tenantFinding('security_defaults_on', value, 'securityDefaults', at),
    ]),
    ...from(known.conditionalAccess, (policies) => newRuleFindings(policies, personId, now)),
    ...from(known.serviceHealth, serviceFindings),
  ];
}

function aboutPerson({ account }: KnownRecords, factors: readonly SecondFactor[] | undefined): AboutPerson {
  return {
    usageLocation: account?.value.usageLocation,
    lastPasswordChangeAt: account?.value.lastPasswordChangeAt,
    accountEnabled: account?.value.accountEnabled,
    hasMethod: factors === undefined ? undefined : factors.length > 0,
  };
}

/** What could not be read tells nothing. */
function from<T>(
  told: Told<T> | undefined,
  findings: (told: Told<T>) => readonly Observation[],
): readonly Observation[] {
  return told === undefined ? [] : findings(told);
}

/** The report also says who is an admin; it says nothing of administrators who were made today. */
function reportedAdmin(registration: Told<KeptRegistration> | undefined): readonly Observation[] {
  if (registration?.value.isAdmin !== true) return [];
  return [tenantFinding('is_admin', true, 'registrations', registration.value.updatedAt ?? registration.at)];
}

/** Two records may tell one finding: what happened at a sign-in comes before what can only be reckoned. */
function oneWordEach(found: readonly Observation[]): readonly Observation[] {
  const rank = ({ source }: Observation) => (source === 'signIns' ? 0 : 1);
  const kept = new Map<string, Observation>();
  for (const one of found.toSorted((a, b) => rank(a) - rank(b)))
    if (!kept.has(one.finding)) kept.set(one.finding, one);
  return found.filter((one) => kept.get(one.finding) === one);
}

/** Reads a kept body; undefined where an older version of Monban kept something else. */
export function readKept<T>(schema: z.ZodType<T>, body: unknown): T | undefined {
  return schema.safeParse(body).data;
}
