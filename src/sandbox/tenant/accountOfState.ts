import type { Account, Device, SignIn } from './account';
import { passwordId, phoneIds } from './method';
import type { Method } from './method';
import type { DeviceState, FullPersonState, MethodState, SignInState } from './personState';
import { conditionalAccessOf, signInReason } from './signInReasons';

const minute = 60_000;
const day = 24 * 60 * minute;

/** Who somebody is, apart from their state. */
type Identity = Pick<Account, 'id' | 'upn' | 'name' | 'language' | 'trouble' | 'managerId' | 'jobTitle'>;

/** Builds an account of a state. Everything in it has an id of the owner's, the same in every run. */
export function accountOfState(identity: Identity, state: FullPersonState, now: number): Account {
  const passwordChangedAt = now - state.passwordDaysAgo * day;
  const { sessionsRevokedMinutesAgo: revoked, risk, report } = state;
  const sessionsRevokedAt = revoked === undefined ? undefined : now - revoked * minute;
  const password: Method = { kind: 'password', id: passwordId, createdAt: passwordChangedAt };
  const methodsOf = (methods: readonly MethodState[]) => [
    password,
    ...methods.map((method, at) => methodOf(method, { id: identity.id, at, now })),
  ];
  return {
    ...identity,
    kind: state.guest ? 'guest' : 'member',
    accountEnabled: state.accountEnabled,
    synced: state.synced,
    managementRestricted: state.managementRestricted,
    usageLocation: state.usageLocation,
    createdAt: now - state.createdDaysAgo * day,
    roles: state.roles,
    methods: methodsOf(state.methods),
    defaultWay: state.defaultWay,
    passwordChangedAt,
    passwordChangedAtFirst: passwordChangedAt,
    passwordNeverExpires: state.passwordNeverExpires,
    sessionsValidFrom: sessionsRevokedAt ?? passwordChangedAt,
    sessionsRevokedAt,
    risk: risk && {
      level: risk.level,
      state: risk.state,
      event: risk.event,
      at: now - risk.minutesAgo * minute,
    },
    signIns: state.signIns.map((line, at) => signInOf(line, { id: identity.id, at, now })),
    devices: state.devices.map((line, at) => deviceOf(line, { id: identity.id, at, now })),
    report: report && {
      at: now - report.hoursAgo * 60 * minute,
      methods: methodsOf(report.methods),
      defaultWay: report.defaultWay,
    },
    passwordReset: state.passwordReset,
    perUserMfa: state.perUserMfa,
    blank: false,
  };
}

/** The how-manieth thing of whom. */
interface Place {
  readonly id: string;
  readonly at: number;
  readonly now: number;
}

export function methodOf(method: MethodState, { id: owner, at, now }: Place): Method {
  const createdAt = now - 300 * day;
  const id = `${method.kind}-${owner.slice(-12)}-${at}`;
  if (method.kind === 'phone')
    return { ...method, id: phoneIds[method.phoneType], createdAt: now - 400 * day };
  if (method.kind !== 'temporary-access-pass') return { ...method, id, createdAt };
  const { startedMinutesAgo, ...pass } = method;
  const startsAt = now - startedMinutesAgo * minute;
  return { ...pass, id, createdAt: startsAt, startsAt };
}

export function signInOf(line: SignInState, { id, at, now }: Place): SignIn {
  const happenedAt = now - line.minutesAgo * minute;
  return {
    id: `${id.slice(0, 14)}4000-a${String(at).padStart(3, '0')}-${id.slice(-12)}`,
    at: happenedAt,
    arrivesAt: happenedAt + line.arrivesAfterMinutes * minute,
    errorCode: line.code,
    failureReason: line.reason ?? signInReason(line.code),
    additionalDetails: line.details,
    app: line.app,
    clientApp: line.clientApp,
    countryOrRegion: line.country,
    city: line.city,
    conditionalAccess: conditionalAccessOf(line.code),
    policies: line.policies,
    device: line.device,
    homeTenantId: line.homeTenantId,
    resourceTenantId: line.resourceTenantId,
    atRisk: line.atRisk,
    steps: line.steps,
  };
}

function deviceOf(line: DeviceState, { id, at, now }: Place): Device {
  return {
    id: `${id.slice(0, 14)}4000-b${String(at).padStart(3, '0')}-${id.slice(-12)}`,
    name: line.name,
    operatingSystem: line.os,
    enabled: line.enabled,
    isCompliant: line.compliant,
    isManaged: line.managed ?? line.compliant,
    trustType: line.trustType ?? (line.compliant ? 'AzureAd' : 'Workplace'),
    lastSignInAt: now - day,
  };
}
