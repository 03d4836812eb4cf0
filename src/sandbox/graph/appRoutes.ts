import { randomUUID } from 'node:crypto';
import { z } from 'zod/v4';
import type { RegisteredApp } from '../tenant/appDirectory';
import { graphError, many, noContent, notFound } from './graphAnswer';
import type { Resource, RouteAnswer } from './graphAnswer';
import type { GraphCall, TenantRoutes } from './graphCall';

const application = '/applications/{application-id}';
const principal = '/servicePrincipals/{servicePrincipal-id}';
const body = z.record(z.string(), z.unknown());
const created = (resource: Resource): RouteAnswer => ({ kind: 'done', status: 201, body: resource });

/** App registrations, their principals and grants: what the set-up script asks for. */
export const appRoutes: TenantRoutes = {
  'GET /applications': ({ tenant }) => many(tenant.apps.apps.map(applicationResource)),
  'POST /applications': ({ tenant, body: wish }) => {
    const app: RegisteredApp = {
      id: randomUUID(),
      appId: randomUUID(),
      settings: body.parse(wish),
      servicePrincipalId: undefined,
      federated: [],
      grantedRoles: [],
      grantedScopes: [],
    };
    tenant.apps.apps.push(app);
    return created(applicationResource(app));
  },
  [`PATCH ${application}`]: withApp((app, call) => {
    app.settings = { ...app.settings, ...body.parse(call.body) };
    return noContent;
  }),
  [`GET ${application}/federatedIdentityCredentials`]: withApp((app) => many(app.federated)),
  [`POST ${application}/federatedIdentityCredentials`]: withApp((app, call) => {
    const added = { id: randomUUID(), ...body.parse(call.body) };
    app.federated.push(added);
    return created(added);
  }),
  'GET /servicePrincipals': ({ tenant }) => many(tenant.apps.apps.flatMap(principalResource)),
  'POST /servicePrincipals': ({ tenant, body: wish }) => {
    const { appId } = z.object({ appId: z.string() }).parse(wish);
    const app = tenant.apps.apps.find((one) => one.appId === appId);
    if (app === undefined) return graphError(400, 'Request_BadRequest', 'The appId is not known.');
    app.servicePrincipalId ??= randomUUID();
    return created(principalResource(app)[0] ?? {});
  },
  [`GET ${principal}/appRoleAssignments`]: withPrincipal((app, principalId) =>
    many(
      app.grantedRoles.map((appRoleId) => ({
        id: randomUUID(),
        appRoleId,
        principalId,
        resourceDisplayName: 'Microsoft Graph',
      })),
    ),
  ),
  [`GET ${principal}/oauth2PermissionGrants`]: withPrincipal((app, clientId) =>
    many(
      app.grantedScopes.length === 0
        ? []
        : [
            {
              id: randomUUID(),
              clientId,
              consentType: 'AllPrincipals',
              principalId: null,
              resourceId: randomUUID(),
              scope: app.grantedScopes.join(' '),
            },
          ],
    ),
  ),
};

function applicationResource({ id, appId, settings }: RegisteredApp): Resource {
  return { ...settings, id, appId };
}

function principalResource({ appId, servicePrincipalId, settings }: RegisteredApp): readonly Resource[] {
  const displayName = settings['displayName'] ?? null;
  return servicePrincipalId === undefined ? [] : [{ id: servicePrincipalId, appId, displayName }];
}

function withApp(answer: (app: RegisteredApp, call: GraphCall) => RouteAnswer) {
  return (call: GraphCall): RouteAnswer => {
    const id = call.params['application-id'] ?? '';
    const app = call.tenant.apps.apps.find((one) => one.id === id);
    return app === undefined ? notFound(id) : answer(app, call);
  };
}

function withPrincipal(answer: (app: RegisteredApp, principalId: string) => RouteAnswer) {
  return ({ tenant, params }: GraphCall): RouteAnswer => {
    const id = params['servicePrincipal-id'] ?? '';
    const app = tenant.apps.apps.find((one) => one.servicePrincipalId === id);
    return app === undefined ? notFound(id) : answer(app, id);
  };
}
