import type { KeptRow } from '../ports/tenantMemory';
import type { TenantEvidence } from '../ports/tenantEvidence';
import type { FailingSignIn, RegistrationDetails, RiskDetection, RiskyUser } from '../ports/tenantRecords';
import type {
  KeptConditionalAccess,
  KeptRegistration,
  KeptRiskDetection,
  KeptRiskyUser,
  KeptServiceHealth,
  KeptSignIn,
} from './keptRecords';
import { readMfaOutcome } from './mfaOutcome';

/*
 * From what was read to what is kept: only what findings are made of.
 */

const legacyClients = /imap|pop|smtp|activesync|mapi|other clients|autodiscover|exchange web services/iu;

export function keptSignInOf(one: FailingSignIn, ownTenantId: string): KeptRow {
  const { device } = one;
  const body: KeptSignIn = {
    at: one.at,
    errorCode: one.errorCode,
    mfaOutcome: readMfaOutcome(one.additionalDetails, one.failureReason),
    conditionalAccess: one.conditionalAccess,
    refusedBy: (one.appliedPolicies ?? [])
      .filter(({ result }) => result === 'failure')
      .map(({ demanded, id }) => ({ id, demanded: [...demanded] })),
    legacyClient: one.clientApp !== undefined && legacyClients.test(one.clientApp),
    ownDevice: device.isManaged === true || device.isCompliant === true || joined(device.trustType),
    countryOrRegion: one.countryOrRegion,
    place: placeOf(one, ownTenantId),
  };
  return { id: one.id, personId: one.personId, at: one.at, code: one.errorCode, body };
}

function joined(trustType: string | undefined): boolean {
  return trustType !== undefined && /joined/iu.test(trustType);
}

function placeOf({ homeTenantId, resourceTenantId }: FailingSignIn, own: string): KeptSignIn['place'] {
  if (homeTenantId === undefined || resourceTenantId === undefined) return undefined;
  if (resourceTenantId !== own) return 'other';
  return homeTenantId === own ? 'own' : 'asGuest';
}

export function keptRegistrationOf(one: RegistrationDetails, now: number): KeptRow {
  const body: KeptRegistration = {
    methodsRegistered: [...one.methodsRegistered],
    preferredMethod: one.preferredMethod,
    systemPreferredMethods: [...one.systemPreferredMethods],
    canResetPassword: one.canResetPassword,
    isAdmin: one.isAdmin,
    updatedAt: one.updatedAt,
  };
  return { id: one.personId, personId: one.personId, at: now, body };
}

export function keptRiskyUserOf({ level, personId, state }: RiskyUser, now: number): KeptRow {
  const body: KeptRiskyUser = { level, state };
  return { id: personId, personId, at: now, body };
}

export function keptDetectionOf({ at, id, kind, level, personId, state }: RiskDetection): KeptRow {
  const body: KeptRiskDetection = { kind, level, state, at };
  return { id, personId, at, body };
}

export async function keptPolicies(tenant: TenantEvidence): Promise<KeptConditionalAccess> {
  const policies = await tenant.conditionalAccessPolicies();
  return policies.map((policy) => ({
    id: policy.id,
    state: policy.state,
    createdAt: policy.createdAt,
    users: {
      includes: policy.users.includes === 'all' ? policy.users.includes : [...policy.users.includes],
      excludes: [...policy.users.excludes],
    },
    groups: { includes: [...policy.groups.includes], excludes: [...policy.groups.excludes] },
    demands: [...policy.demands],
    registration: policy.registration,
    byLocation: policy.byLocation,
  }));
}

export async function keptHealth(tenant: TenantEvidence): Promise<KeptServiceHealth> {
  const { openIssues, services } = await tenant.serviceHealth();
  return {
    services: services.map(({ about, name, operational }) => ({ name, about, operational })),
    openIssues: openIssues.map(({ id, kind, service, startedAt }) => ({ id, service, kind, startedAt })),
  };
}
