import type { Language } from '../../cases/language';
import type { Account, Device, RoleGrant, SignIn } from './account';
import { passwordId, phoneIds } from './method';
import type { DefaultWay, DeviceMethod, Method, PhoneMethod, PhoneType } from './method';
import type { RoleName } from './roleTemplates';
import { personId } from './tenantIds';

const minute = 60_000;
const day = 24 * 60 * minute;

/** A person as the seed tells of them; what is left out is ordinary. */
export interface Seed {
  readonly n: number;
  readonly upn: string;
  readonly name: string;
  readonly language: Language;
  readonly trouble: string;
  readonly jobTitle?: string;
  readonly manager?: number;
  readonly guest?: true;
  readonly disabled?: true;
  readonly synced?: true;
  readonly restricted?: true;
  readonly roles?: readonly RoleGrant[];
  readonly methods?: readonly MethodSeed[];
  readonly defaultWay?: DefaultWay;
  readonly risk?: 'low' | 'medium' | 'high';
  readonly signIns?: readonly SignInSeed[];
  readonly devices?: readonly DeviceSeed[];
}

type MethodSeed = (now: number, owner: number) => Method;
interface SignInSeed {
  readonly minutesAgo: number;
  readonly code: number;
  readonly reason: string;
  readonly country?: string;
}
interface DeviceSeed {
  readonly name: string;
  readonly os: string;
  readonly compliant: boolean;
}

export const role = (name: RoleName, how: RoleGrant['how'] = 'assigned'): RoleGrant => ({
  role: name,
  scope: '/',
  how,
});

export function phone(phoneType: PhoneType, number: string): MethodSeed {
  return (now): PhoneMethod => ({
    kind: 'phone',
    id: phoneIds[phoneType],
    createdAt: now - 400 * day,
    phoneType,
    number,
  });
}

const deviceMethod =
  (kind: DeviceMethod['kind']) =>
  (device: string): MethodSeed =>
  (now, owner) => ({ kind, id: `${kind}-${owner}-${slug(device)}`, createdAt: now - 300 * day, device });

export const authenticator = deviceMethod('microsoft-authenticator');
export const passkey = deviceMethod('fido2');
export const windowsHello = deviceMethod('windows-hello');

export function softwareOath(): MethodSeed {
  return (now, owner) => ({
    kind: 'software-oath',
    id: `software-oath-${owner}`,
    createdAt: now - 300 * day,
  });
}

export function email(address: string): MethodSeed {
  return (now, owner) => ({ kind: 'email', id: `email-${owner}`, createdAt: now - 300 * day, address });
}

/** Builds an account of a seed. Times are counted back from the tenant's start. */
export function accountOf(seed: Seed, now: number): Account {
  const passwordChangedAt = now - 200 * day;
  const password: Method = { kind: 'password', id: passwordId, createdAt: passwordChangedAt };
  return {
    id: personId(seed.n),
    upn: seed.upn,
    name: seed.name,
    language: seed.language,
    trouble: seed.trouble,
    kind: seed.guest ? 'guest' : 'member',
    accountEnabled: !seed.disabled,
    synced: seed.synced ?? false,
    managementRestricted: seed.restricted ?? false,
    managerId: seed.manager === undefined ? undefined : personId(seed.manager),
    jobTitle: seed.jobTitle ?? '',
    createdAt: now - 900 * day,
    roles: seed.roles ?? [],
    methods: [password, ...(seed.methods ?? []).map((method) => method(now, seed.n))],
    defaultWay: seed.defaultWay,
    passwordChangedAt,
    passwordChangedAtFirst: passwordChangedAt,
    sessionsValidFrom: passwordChangedAt,
    sessionsRevokedAt: undefined,
    risk:
      seed.risk === undefined
        ? undefined
        : { level: seed.risk, event: 'userReportedSuspiciousActivity', at: now - 90 * minute },
    signIns: (seed.signIns ?? []).map((line, at) => signInOf(line, seed.n, at, now)),
    devices: (seed.devices ?? []).map((line, at) => deviceOf(line, seed.n, at, now)),
    blank: false,
  };
}

function signInOf(line: SignInSeed, owner: number, at: number, now: number): SignIn {
  return {
    id: `5a4db0c1-0000-4000-a${String(at).padStart(3, '0')}-${String(owner).padStart(12, '0')}`,
    at: now - line.minutesAgo * minute,
    errorCode: line.code,
    failureReason: line.reason,
    app: 'Office 365',
    countryOrRegion: line.country ?? 'JP',
    conditionalAccess: conditionalAccessResult(line.code),
  };
}

/** 53000 to 53004 are the codes of Conditional Access. */
function conditionalAccessResult(code: number): SignIn['conditionalAccess'] {
  if (code === 0) return 'success';
  return code >= 53000 && code <= 53004 ? 'failure' : 'notApplied';
}

function deviceOf(line: DeviceSeed, owner: number, at: number, now: number): Device {
  return {
    id: `5a4db0c1-0000-4000-b${String(at).padStart(3, '0')}-${String(owner).padStart(12, '0')}`,
    name: line.name,
    operatingSystem: line.os,
    isCompliant: line.compliant,
    lastSignInAt: now - day,
  };
}

function slug(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
}
