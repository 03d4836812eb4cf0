import type { Account, SignIn } from '../tenant/account';
import type { AuditLine, Tenant } from '../tenant/tenant';
import { isoTime, many, notFound, one } from './graphAnswer';
import type { Resource } from './graphAnswer';
import type { GraphCall, TenantRoutes } from './graphCall';
import { readable } from './reportRoutes';
import { signInResource } from './signInResource';

/** Sign-ins, audits and risks: newest first. */
export const logRoutes: TenantRoutes = {
  'GET /auditLogs/signIns': (call) => many(signIns(call)),
  'GET /auditLogs/signIns/{signIn-id}': (call) => oneOf(signIns(call), call.params['signIn-id']),
  'GET /auditLogs/directoryAudits': ({ tenant }) => many(audits(tenant)),
  'GET /auditLogs/directoryAudits/{directoryAudit-id}': ({ tenant, params }) =>
    oneOf(audits(tenant), params['directoryAudit-id']),
  'GET /identityProtection/riskyUsers': ({ tenant }) => many(riskyUsers(tenant)),
  'GET /identityProtection/riskyUsers/{riskyUser-id}': ({ tenant, params }) =>
    oneOf(riskyUsers(tenant), params['riskyUser-id']),
  'GET /identityProtection/riskDetections': ({ tenant }) => many(riskDetections(tenant)),
};

function oneOf(items: readonly Resource[], id = '') {
  const found = items.find((item) => item['id'] === id.toLowerCase());
  return found === undefined ? notFound(id) : one(found);
}

/** What has arrived in the log, newest first. */
export function signInLines(tenant: Tenant): readonly { readonly account: Account; readonly line: SignIn }[] {
  const now = tenant.clock() + tenant.settings.clockAheadMs;
  const lines = readable(tenant).flatMap((account) =>
    account.signIns.filter(({ arrivesAt }) => arrivesAt <= now).map((line) => ({ account, line })),
  );
  return lines.sort((one, other) => other.line.at - one.line.at);
}

function signIns({ tenant, caller }: GraphCall): readonly Resource[] {
  return signInLines(tenant).map((found) => signInResource(tenant, { ...found, caller }));
}

function audits(tenant: Tenant): readonly Resource[] {
  return tenant.audits.map((line) => auditResource(line, tenant));
}

function auditResource(line: AuditLine, tenant: Tenant): Resource {
  return {
    id: line.id,
    activityDateTime: isoTime(line.at),
    activityDisplayName: line.activity,
    category: 'UserManagement',
    loggedByService: 'Authentication Methods',
    result: 'success',
    initiatedBy: { app: { appId: tenant.botId, displayName: 'Monban' } },
    targetResources: [{ id: line.targetId, type: 'User' }],
  };
}

function riskyUsers(tenant: Tenant): readonly Resource[] {
  return readable(tenant).flatMap(({ id, upn, name, risk }) =>
    risk === undefined
      ? []
      : [
          {
            id,
            userPrincipalName: upn,
            userDisplayName: name,
            riskLevel: levelShown(tenant, risk),
            riskState: risk.state,
            riskDetail: 'none',
            riskLastUpdatedDateTime: isoTime(risk.at),
          },
        ],
  );
}

function riskDetections(tenant: Tenant): readonly Resource[] {
  return readable(tenant).flatMap(({ id, upn, name, risk }) =>
    risk === undefined
      ? []
      : [
          {
            id: `risk-${id}`,
            userId: id,
            userPrincipalName: upn,
            userDisplayName: name,
            // Without the second plan Entra says that there is something, and not what.
            riskEventType: tenant.settings.plan === 'p2' ? risk.event : 'generic',
            riskLevel: levelShown(tenant, risk),
            riskState: risk.state,
            riskDetail: 'none',
            activityDateTime: isoTime(risk.at),
            detectedDateTime: isoTime(risk.at),
          },
        ],
  );
}

function levelShown({ settings }: Tenant, risk: NonNullable<Account['risk']>): string {
  return settings.plan === 'p2' ? risk.level : 'hidden';
}
