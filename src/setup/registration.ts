import type { Permission } from './permissionList';

/** What the app registration is to be. */
export interface WantedRegistration {
  readonly displayName: string;
  /** Microsoft Graph's own application id. */
  readonly graphAppId: string;
  readonly application: readonly Permission[];
  readonly delegated: readonly Permission[];
  /** Where Entra sends an approver's browser back to. */
  readonly redirectUri: string;
  /** The issuer and the subject that may act as the app, where that is a managed identity. */
  readonly federated: { readonly issuer: string; readonly subject: string } | undefined;
}

interface ResourceAccess {
  readonly resourceAppId: string;
  readonly resourceAccess: readonly { readonly id: string; readonly type: string }[];
}

/** What Entra has. */
export interface FoundRegistration {
  readonly objectId: string;
  readonly appId: string;
  readonly signInAudience: string;
  readonly requiredResourceAccess: readonly ResourceAccess[];
  readonly redirectUris: readonly string[];
  readonly idTokenClaims: readonly string[];
  readonly federatedSubjects: readonly string[];
  /** The app in this tenant; without it nothing can be granted. */
  readonly servicePrincipalId: string | undefined;
  /** Ids of application permissions that an administrator has granted, on Graph and on anything else. */
  readonly grantedRoles: readonly { readonly id: string; readonly resource: string }[];
  /** Names of delegated permissions that were granted for everybody. */
  readonly grantedScopes: readonly string[];
}

/** Something that is not as it is to be, and whether `--apply` mends it; consent is always an administrator's to give. */
export interface RegistrationProblem {
  readonly what: string;
  readonly mendedBy: 'apply' | 'consent' | 'hand';
}

/** The claims by which Monban sees how fresh a sign-in is, and how strong it was. */
const idTokenClaims = ['auth_time', 'acrs'];
const signInScopes = ['openid', 'profile', 'email', 'offline_access', 'User.Read'];

/** The body that makes or mends the registration. */
export function registrationBody(wanted: WantedRegistration): object {
  return {
    displayName: wanted.displayName,
    signInAudience: 'AzureADMyOrg',
    requiredResourceAccess: [
      {
        resourceAppId: wanted.graphAppId,
        resourceAccess: [
          ...wanted.application.map(({ id }) => ({ id, type: 'Role' })),
          ...wanted.delegated.map(({ delegatedId }) => ({ id: delegatedId, type: 'Scope' })),
        ],
      },
    ],
    web: { redirectUris: [wanted.redirectUri] },
    optionalClaims: { idToken: idTokenClaims.map((name) => ({ name, essential: false })) },
  };
}

/** Everything about a registration that is not as it is to be. */
export function registrationProblems(
  wanted: WantedRegistration,
  found: FoundRegistration,
): readonly RegistrationProblem[] {
  return [
    ...settingProblems(wanted, found),
    ...askedProblems(wanted, found),
    ...grantProblems(wanted, found),
  ];
}

function settingProblems(
  wanted: WantedRegistration,
  found: FoundRegistration,
): readonly RegistrationProblem[] {
  const missingClaims = idTokenClaims.filter((name) => !found.idTokenClaims.includes(name));
  const problems: readonly (readonly [boolean, string])[] = [
    [found.signInAudience !== 'AzureADMyOrg', `it takes accounts of other tenants (${found.signInAudience})`],
    [!found.redirectUris.includes(wanted.redirectUri), `the redirect URI ${wanted.redirectUri} is missing`],
    [missingClaims.length > 0, `the ID token lacks the optional claims ${missingClaims.join(', ')}`],
    [found.servicePrincipalId === undefined, 'the app has no service principal in this tenant'],
    [
      wanted.federated !== undefined && !found.federatedSubjects.includes(wanted.federated.subject),
      'the managed identity may not act as the app yet (federated credential)',
    ],
  ];
  const surplusUris = found.redirectUris.filter((uri) => uri !== wanted.redirectUri);
  return [
    ...problems.flatMap(([is, what]) => (is ? [{ what, mendedBy: 'apply' as const }] : [])),
    ...surplusUris.map((uri) => ({ what: `surplus redirect URI ${uri}`, mendedBy: 'apply' as const })),
  ];
}

/** What the registration asks for, whatever was granted. */
function askedProblems(wanted: WantedRegistration, found: FoundRegistration): readonly RegistrationProblem[] {
  const asked = found.requiredResourceAccess.flatMap(({ resourceAppId, resourceAccess }) =>
    resourceAccess.map(({ id, type }) => ({ key: `${type} ${id}`, resourceAppId })),
  );
  const known = new Map<string, string>([
    ...wanted.application.map(({ id, name }) => [`Role ${id}`, `application ${name}`] as const),
    ...wanted.delegated.map(
      ({ delegatedId, name }) => [`Scope ${delegatedId}`, `delegated ${name}`] as const,
    ),
  ]);
  const isAsked = (key: string) =>
    asked.some((one) => one.key === key && one.resourceAppId === wanted.graphAppId);
  return [
    ...[...known].filter(([key]) => !isAsked(key)).map(([, name]) => `does not ask for ${name}`),
    ...asked
      .filter(({ key, resourceAppId }) => !known.has(key) || resourceAppId !== wanted.graphAppId)
      .map(({ key, resourceAppId }) => `asks for more than Monban needs: ${key} of ${resourceAppId}`),
  ].map((what) => ({ what, mendedBy: 'apply' as const }));
}

/** What an administrator has granted. A surplus one is a way in that nobody needs (SECURITY S24). */
function grantProblems(wanted: WantedRegistration, found: FoundRegistration): readonly RegistrationProblem[] {
  const granted = new Set(found.grantedRoles.map(({ id }) => id));
  const wantedIds = new Set(wanted.application.map(({ id }) => id));
  const names = new Set([...signInScopes, ...wanted.delegated.map(({ name }) => name)]);
  const missing = [
    ...wanted.application.filter(({ id }) => !granted.has(id)).map(({ name }) => `application ${name}`),
    ...wanted.delegated
      .filter(({ name }) => !found.grantedScopes.includes(name))
      .map(({ name }) => `delegated ${name}`),
  ];
  const surplus = [
    ...found.grantedRoles
      .filter(({ id }) => !wantedIds.has(id))
      .map(({ id, resource }) => `application ${id} of ${resource}`),
    ...found.grantedScopes.filter((name) => !names.has(name)).map((name) => `delegated ${name}`),
  ];
  return [
    ...missing.map((what) => ({ what: `not granted: ${what}`, mendedBy: 'consent' as const })),
    ...surplus.map((what) => ({
      what: `surplus grant, take it away in Entra: ${what}`,
      mendedBy: 'hand' as const,
    })),
  ];
}

/** Where a Privileged Role Administrator grants what the registration asks for. */
export function consentLink(authorityHost: string, tenantId: string, appId: string): string {
  return `${authorityHost.replace(/\/$/u, '')}/${tenantId}/adminconsent?client_id=${appId}`;
}
