import type { Account } from '../tenant/account';
import { isSecondFactor } from '../tenant/method';
import type { Method } from '../tenant/method';
import type { Tenant } from '../tenant/tenant';
import { activeRoles } from '../tenant/describePeople';
import { isoTime, many, notFound, one } from './graphAnswer';
import type { Resource } from './graphAnswer';
import type { TenantRoutes } from './graphCall';

const registrations = '/reports/authenticationMethods/userRegistrationDetails';

/** The registration report. The real one may be hours old; this one is where the person's state says so. */
export const reportRoutes: TenantRoutes = {
  [`GET ${registrations}`]: ({ tenant }) =>
    many(readable(tenant).map((account) => registration(account, tenant))),
  [`GET ${registrations}/{userRegistrationDetails-id}`]: ({ tenant, params }) => {
    const id = params['userRegistrationDetails-id'] ?? '';
    const account = tenant.find(id);
    return account === undefined ? notFound(id) : one(registration(account, tenant));
  },
};

/** Nothing is told of a blank person, in lists either. */
export function readable(tenant: Tenant): readonly Account[] {
  return tenant.accounts.filter(({ blank }) => !blank);
}

function registration(account: Account, tenant: Tenant): Resource {
  const { at, methods, defaultWay } = account.report ?? { ...account, at: tenant.clock() };
  const methodsRegistered = [...new Set(methods.flatMap(registeredName))];
  const strong = methods.some((method) => isSecondFactor(method) || isPasswordless(method));
  return {
    id: account.id,
    userPrincipalName: account.upn,
    userDisplayName: account.name,
    userType: account.kind,
    isAdmin: activeRoles(account).length > 0,
    isMfaCapable: strong,
    isMfaRegistered: strong,
    isPasswordlessCapable: methods.some(isPasswordless),
    isSsprCapable: strong && account.passwordReset === 'on',
    isSsprEnabled: account.passwordReset === 'on',
    isSsprRegistered: methodsRegistered.length > 0,
    isSystemPreferredAuthenticationMethodEnabled: true,
    systemPreferredAuthenticationMethods: systemPreferred(methods),
    methodsRegistered,
    userPreferredMethodForSecondaryAuthentication: defaultWay ?? 'none',
    lastUpdatedDateTime: isoTime(at),
  };
}

/** The strongest there is, in Entra's order, as far as it is simulated. */
function systemPreferred(methods: readonly Method[]): readonly string[] {
  const kinds = methods.map(({ kind }) => kind);
  if (kinds.includes('microsoft-authenticator')) return ['push'];
  if (kinds.includes('software-oath')) return ['oath'];
  return kinds.includes('phone') ? ['sms'] : [];
}

function isPasswordless(method: Method): boolean {
  return ['fido2', 'windows-hello', 'platform-credential'].includes(method.kind);
}

function registeredName(method: Method): readonly string[] {
  switch (method.kind) {
    case 'phone':
      return [
        { mobile: 'mobilePhone', alternateMobile: 'alternateMobilePhone', office: 'officePhone' }[
          method.phoneType
        ],
      ];
    case 'microsoft-authenticator':
      return ['microsoftAuthenticatorPush', 'softwareOneTimePasscode'];
    case 'software-oath':
      return ['softwareOneTimePasscode'];
    case 'fido2':
      return ['passKeyDeviceBound'];
    case 'windows-hello':
      return ['windowsHelloForBusiness'];
    case 'platform-credential':
      return ['macOsSecureEnclaveKey'];
    case 'email':
      return ['email'];
    case 'temporary-access-pass':
      return ['temporaryAccessPass'];
    case 'external':
      return ['externalAuthMethod'];
    case 'password':
      return [];
  }
}
