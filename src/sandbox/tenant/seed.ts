import type { Language } from '../../cases/language';
import type { Account, RoleGrant } from './account';
import { accountOfState } from './accountOfState';
import { phoneIds } from './method';
import type { DefaultWay, DeviceMethod, Method, PhoneMethod, PhoneType } from './method';
import { personState } from './personState';
import type { RoleName } from './roleTemplates';
import { personId } from './tenantIds';

const day = 24 * 60 * 60_000;

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
  const state = personState.parse({
    guest: seed.guest,
    synced: seed.synced,
    managementRestricted: seed.restricted,
    accountEnabled: !seed.disabled,
    roles: seed.roles?.map((grant) => ({ ...grant })),
    defaultWay: seed.defaultWay,
    risk: seed.risk && { level: seed.risk },
    signIns: seed.signIns?.map((line) => ({ ...line })),
    devices: seed.devices?.map((line) => ({ ...line })),
  });
  const account = accountOfState(
    {
      id: personId(seed.n),
      upn: seed.upn,
      name: seed.name,
      language: seed.language,
      trouble: seed.trouble,
      managerId: seed.manager === undefined ? undefined : personId(seed.manager),
      jobTitle: seed.jobTitle ?? '',
    },
    state,
    now,
  );
  const methods = (seed.methods ?? []).map((method) => method(now, seed.n));
  return { ...account, methods: [...account.methods, ...methods] };
}

function slug(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
}
