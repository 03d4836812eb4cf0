import type { Standing } from '../../src/cases/person';
import { Fault, type FaultCode } from '../../src/faults';
import type { AccountDetails, RegisteredMethod } from '../../src/ports/personRecords';
import type { PersonReads, TenantEvidence } from '../../src/ports/tenantEvidence';
import type { FailingSignIn, RegistrationDetails, ServiceHealth } from '../../src/ports/tenantRecords';

export const ownTenantId = '22222222-2222-4222-8222-222222222222';

/** A tenant whose every read can be set, made to fail or held up; it counts what it was asked. */
export function fakeTenantEvidence() {
  const state = {
    signIns: [] as FailingSignIn[],
    registrations: [] as RegistrationDetails[],
    health: { services: [], openIssues: [] } as ServiceHealth,
    reads: personReads({}),
    faults: new Map<keyof TenantEvidence, Fault>(),
    holdUp: undefined as Promise<unknown> | undefined,
  };
  const calls: string[] = [];
  const sinceOf: number[] = [];

  async function asked<T>(name: keyof TenantEvidence, value: () => T): Promise<T> {
    calls.push(name);
    await state.holdUp;
    const fault = state.faults.get(name);
    if (fault !== undefined) throw fault;
    return value();
  }
  async function* paged<T>(name: keyof TenantEvidence, value: () => readonly T[]) {
    yield await asked(name, value);
  }

  const tenant: TenantEvidence = {
    failingSignIns: (since) => {
      sinceOf.push(since);
      return paged('failingSignIns', () => state.signIns.filter(({ at }) => at >= since));
    },
    registrationDetails: () => paged('registrationDetails', () => state.registrations),
    riskyUsers: () => paged('riskyUsers', () => []),
    riskDetections: () => paged('riskDetections', () => []),
    methodPolicies: () =>
      asked('methodPolicies', () => ({ methods: [], authenticatorShowsCodes: undefined, pass: undefined })),
    securityDefaultsOn: () => asked('securityDefaultsOn', () => false),
    conditionalAccessPolicies: () => asked('conditionalAccessPolicies', () => []),
    serviceHealth: () => asked('serviceHealth', () => state.health),
    premiumPlans: () => asked('premiumPlans', () => ({ p1: true, p2: true })),
    domains: () => asked('domains', () => []),
    person: () => asked('person', () => state.reads),
    perUserMfa: () => asked('perUserMfa', () => 'disabled' as const),
    preferredMethod: () => asked('preferredMethod', () => undefined),
    authenticationSteps: () => asked('authenticationSteps', () => []),
  };

  return {
    tenant,
    state,
    calls,
    /** From when on sign-ins were asked for, one number a call. */
    sinceOf,
    fail: (name: keyof TenantEvidence, code: FaultCode, needs?: string): void => {
      state.faults.set(name, new Fault(code, 'the fake refuses', { needs }));
    },
  };
}

export function aFailure(parts: Partial<FailingSignIn> & { at: number }): FailingSignIn {
  return {
    id: `sign-in-${String(parts.at)}-${parts.personId ?? 'person-1'}`,
    personId: 'person-1',
    errorCode: 50126,
    failureReason: undefined,
    additionalDetails: undefined,
    conditionalAccess: 'notApplied',
    appliedPolicies: undefined,
    app: 'Office 365',
    clientApp: 'Browser',
    device: {
      operatingSystem: undefined,
      browser: undefined,
      isCompliant: undefined,
      isManaged: undefined,
      trustType: undefined,
    },
    countryOrRegion: 'JP',
    city: undefined,
    homeTenantId: ownTenantId,
    resourceTenantId: ownTenantId,
    riskState: 'none',
    ...parts,
  };
}

export function anAccount(parts: Partial<AccountDetails> = {}): AccountDetails {
  return {
    id: 'person-1',
    displayName: 'Aoi',
    userPrincipalName: 'aoi@example.com',
    kind: 'member',
    accountEnabled: true,
    synced: false,
    managementRestricted: false,
    usageLocation: 'JP',
    lastPasswordChangeAt: undefined,
    sessionsValidFrom: undefined,
    passwordNeverExpires: false,
    domain: 'example.com',
    ...parts,
  };
}

export function aMethod(
  kind: RegisteredMethod['kind'],
  phone: Partial<NonNullable<RegisteredMethod['phone']>> = {},
): RegisteredMethod {
  return {
    id: kind,
    kind,
    createdAt: undefined,
    phone:
      kind === 'phone'
        ? {
            type: 'mobile',
            lastTwo: '12',
            lastFour: '0012',
            countryCode: '81',
            formatWrong: false,
            ...phone,
          }
        : undefined,
    deviceName: undefined,
    appVersion: undefined,
    pass: undefined,
  };
}

export function personReads(parts: {
  account?: AccountDetails | undefined;
  methods?: readonly RegisteredMethod[];
  standing?: Standing;
}): PersonReads {
  return {
    account: { seen: true, value: 'account' in parts ? parts.account : anAccount() },
    methods: {
      seen: true,
      value: parts.methods ?? [aMethod('password'), aMethod('microsoft-authenticator')],
    },
    devices: { seen: true, value: [] },
    standing: { seen: true, value: parts.standing ?? { roles: [], inRoleAssignableGroup: false } },
  };
}
