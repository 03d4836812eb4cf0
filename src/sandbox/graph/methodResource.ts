import type { Account } from '../tenant/account';
import type { Method, MethodKind } from '../tenant/method';
import { passUsability } from '../tenant/passPolicy';
import type { Tenant } from '../tenant/tenant';
import { isoTime } from './graphAnswer';
import type { Resource } from './graphAnswer';

/** Graph's type of each kind, without the namespace. */
const typeNames: Readonly<Record<MethodKind, string>> = {
  password: 'passwordAuthenticationMethod',
  phone: 'phoneAuthenticationMethod',
  'microsoft-authenticator': 'microsoftAuthenticatorAuthenticationMethod',
  'software-oath': 'softwareOathAuthenticationMethod',
  fido2: 'fido2AuthenticationMethod',
  'windows-hello': 'windowsHelloForBusinessAuthenticationMethod',
  'platform-credential': 'platformCredentialAuthenticationMethod',
  email: 'emailAuthenticationMethod',
  external: 'externalAuthenticationMethod',
  'temporary-access-pass': 'temporaryAccessPassAuthenticationMethod',
};

/** A method as Graph shows it. The value of a pass is never among it. */
export function methodResource(method: Method, owner: Account, tenant: Tenant): Resource {
  const common = { '@odata.type': `#microsoft.graph.${typeNames[method.kind]}`, id: method.id };
  return { ...common, ...ownProperties(method, owner, tenant) };
}

function ownProperties(method: Method, owner: Account, tenant: Tenant): Resource {
  const createdDateTime = isoTime(method.createdAt);
  switch (method.kind) {
    case 'password':
      return { createdDateTime, password: null };
    case 'phone':
      return { phoneNumber: method.number, phoneType: method.phoneType, smsSignInState: 'notEnabled' };
    case 'microsoft-authenticator':
      // The date is there only where the app is set up for signing in by phone.
      return {
        displayName: method.device,
        deviceTag: 'SoftwareTokenActivated',
        phoneAppVersion: method.appVersion ?? '6.2511.0',
        createdDateTime: null,
      };
    case 'software-oath':
      return { createdDateTime: null, secretKey: null };
    case 'fido2':
      return {
        createdDateTime,
        displayName: method.device,
        model: method.device,
        attestationLevel: 'attested',
        passkeyType: 'deviceBound',
      };
    case 'windows-hello':
      return { createdDateTime, displayName: method.device, keyStrength: 'normal' };
    case 'platform-credential':
      return { createdDateTime, displayName: method.device, platform: 'macOS' };
    case 'email':
      return { createdDateTime: null, emailAddress: method.address };
    case 'external':
      return { createdDateTime, displayName: method.provider };
    case 'temporary-access-pass':
      return passProperties(method, owner, tenant);
  }
}

function passProperties(
  pass: Extract<Method, { kind: 'temporary-access-pass' }>,
  owner: Account,
  tenant: Tenant,
): Resource {
  const methodUsabilityReason = passUsability(pass, owner, tenant, tenant.clock());
  return {
    temporaryAccessPass: null,
    createdDateTime: isoTime(pass.createdAt),
    startDateTime: isoTime(pass.startsAt),
    lifetimeInMinutes: pass.lifetimeInMinutes,
    isUsableOnce: pass.isUsableOnce,
    isUsable: methodUsabilityReason === 'EnabledByPolicy',
    methodUsabilityReason,
  };
}
