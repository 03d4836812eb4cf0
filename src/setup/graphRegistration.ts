import { z } from 'zod/v4';
import { patch, post, readAll } from '../graph/ask';
import type { createGraphClient } from '../graph/graphClient';
import { filterText, graphPath } from '../graph/graphPath';
import type { FoundRegistration, WantedRegistration } from './registration';
import { registrationBody } from './registration';

/**
 * The calls of the set-up script. They are an administrator's, made with the administrator's own token: none of them is
 * among what Monban itself may do, and so none is in `src/graph`.
 */
type Client = ReturnType<typeof createGraphClient>;

const access = z.object({ id: z.string(), type: z.string() });
const applicationSchema = z.looseObject({
  id: z.string(),
  appId: z.string(),
  signInAudience: z.string().nullish(),
  requiredResourceAccess: z
    .array(z.object({ resourceAppId: z.string(), resourceAccess: z.array(access) }))
    .default([]),
  web: z.looseObject({ redirectUris: z.array(z.string()).default([]) }).nullish(),
  optionalClaims: z
    .looseObject({ idToken: z.array(z.looseObject({ name: z.string() })).nullish() })
    .nullish(),
});
type Application = z.infer<typeof applicationSchema>;
const principalSchema = z.looseObject({ id: z.string() });
const roleSchema = z.looseObject({ appRoleId: z.string(), resourceDisplayName: z.string().nullish() });
const grantSchema = z.looseObject({ scope: z.string().nullish(), consentType: z.string().nullish() });
const federatedSchema = z.looseObject({ subject: z.string().nullish() });

/** Reads a registration by its client id, or by the name that the script gave it; undefined where there is none. */
export async function findRegistration(
  client: Client,
  by: { readonly appId: string } | { readonly displayName: string },
): Promise<FoundRegistration | undefined> {
  const filter =
    'appId' in by ? `appId eq ${filterText(by.appId)}` : `displayName eq ${filterText(by.displayName)}`;
  const found = await readAll(client, client.api('/applications').filter(filter), applicationSchema);
  if (found.length > 1) throw new Error(`there are ${String(found.length)} such apps: name one with --app`);
  const [application] = found;
  return application === undefined ? undefined : describe(client, application);
}

async function describe(client: Client, application: Application): Promise<FoundRegistration> {
  const principals = client.api('/servicePrincipals').filter(`appId eq ${filterText(application.appId)}`);
  const [principal] = await readAll(client, principals, principalSchema);
  const federated = client.api(graphPath`/applications/${application.id}/federatedIdentityCredentials`);
  const grants = principal === undefined ? { roles: [], scopes: [] } : await readGrants(client, principal.id);
  return {
    objectId: application.id,
    appId: application.appId,
    signInAudience: application.signInAudience ?? 'unknown',
    requiredResourceAccess: application.requiredResourceAccess,
    redirectUris: application.web?.redirectUris ?? [],
    idTokenClaims: (application.optionalClaims?.idToken ?? []).map(({ name }) => name),
    federatedSubjects: (await readAll(client, federated, federatedSchema)).map(
      ({ subject }) => subject ?? '',
    ),
    servicePrincipalId: principal?.id,
    grantedRoles: grants.roles,
    grantedScopes: grants.scopes,
  };
}

async function readGrants(client: Client, principalId: string) {
  const rolesOf = client.api(graphPath`/servicePrincipals/${principalId}/appRoleAssignments`);
  const scopesOf = client.api(graphPath`/servicePrincipals/${principalId}/oauth2PermissionGrants`);
  const roles = await readAll(client, rolesOf, roleSchema);
  const scopes = await readAll(client, scopesOf, grantSchema);
  return {
    roles: roles.map(({ appRoleId, resourceDisplayName }) => ({
      id: appRoleId,
      resource: resourceDisplayName ?? 'unknown',
    })),
    // What one person granted for themselves alone does not count for others.
    scopes: scopes
      .filter(({ consentType }) => consentType === 'AllPrincipals')
      .flatMap(({ scope }) => (scope ?? '').split(' ').filter((name) => name !== '')),
  };
}

/** Makes the registration, or makes it what it is to be; takes no grant away and gives none. */
export async function applyRegistration(
  client: Client,
  wanted: WantedRegistration,
  found: FoundRegistration | undefined,
): Promise<void> {
  const body = registrationBody(wanted);
  const { id, appId } =
    found === undefined
      ? await post(client.api('/applications'), body, applicationSchema)
      : { id: found.objectId, appId: found.appId };
  if (found !== undefined) await patch(client.api(graphPath`/applications/${id}`), body);
  if (found?.servicePrincipalId === undefined)
    await post(client.api('/servicePrincipals'), { appId }, principalSchema);
  const { federated } = wanted;
  if (federated === undefined || found?.federatedSubjects.includes(federated.subject)) return;
  const credential = { name: 'monban-identity', ...federated, audiences: ['api://AzureADTokenExchange'] };
  const path = graphPath`/applications/${id}/federatedIdentityCredentials`;
  await post(client.api(path), credential, federatedSchema);
}
