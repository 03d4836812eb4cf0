import type { Account, SignIn } from '../tenant/account';
import type { AuditLine, Tenant } from '../tenant/tenant';
import { isoTime, many, notFound, one } from './graphAnswer';
import type { Resource } from './graphAnswer';
import type { TenantRoutes } from './graphCall';
import { readable } from './reportRoutes';

/** Sign-ins, audits and risks: newest first. */
export const logRoutes: TenantRoutes = {
  'GET /auditLogs/signIns': ({ tenant }) => many(signIns(tenant)),
  'GET /auditLogs/signIns/{signIn-id}': ({ tenant, params }) => oneOf(signIns(tenant), params['signIn-id']),
  'GET /auditLogs/directoryAudits': ({ tenant }) => many(audits(tenant)),
  'GET /auditLogs/directoryAudits/{directoryAudit-id}': ({ tenant, params }) =>
    oneOf(audits(tenant), params['directoryAudit-id']),
  'GET /identityProtection/riskyUsers': ({ tenant }) => many(riskyUsers(tenant)),
  'GET /identityProtection/riskyUsers/{riskyUser-id}': ({ tenant, params }) =>
    oneOf(riskyUsers(tenant), params['riskyUser-id']),
  'GET /identityProtection/riskDetections': ({ tenant }) => many(readable(tenant).flatMap(riskDetection)),
};

function oneOf(items: readonly Resource[], id = '') {
  const found = items.find((item) => item['id'] === id.toLowerCase());
  return found === undefined ? notFound(id) : one(found);
}

function signIns(tenant: Tenant): readonly Resource[] {
  const lines = readable(tenant).flatMap((account) => account.signIns.map((line) => ({ account, line })));
  lines.sort((one, other) => other.line.at - one.line.at);
  return lines.map(({ account, line }) => signInResource(account, line));
}

function signInResource(account: Account, line: SignIn): Resource {
  return {
    id: line.id,
    createdDateTime: isoTime(line.at),
    userId: account.id,
    userDisplayName: account.name,
    userPrincipalName: account.upn,
    appDisplayName: line.app,
    clientAppUsed: 'Browser',
    conditionalAccessStatus: line.conditionalAccess,
    isInteractive: true,
    ipAddress: '203.0.113.10',
    location: { city: null, state: null, countryOrRegion: line.countryOrRegion },
    riskState: account.risk === undefined ? 'none' : 'atRisk',
    riskLevelDuringSignIn: 'none',
    riskDetail: 'none',
    status: { errorCode: line.errorCode, failureReason: line.failureReason, additionalDetails: null },
  };
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
            riskLevel: risk.level,
            riskState: 'atRisk',
            riskDetail: 'none',
            riskLastUpdatedDateTime: isoTime(risk.at),
          },
        ],
  );
}

function riskDetection({ id, upn, name, risk }: Account): readonly Resource[] {
  if (risk === undefined) return [];
  return [
    {
      id: `risk-${id}`,
      userId: id,
      userPrincipalName: upn,
      userDisplayName: name,
      riskEventType: risk.event,
      riskLevel: risk.level,
      riskState: 'atRisk',
      activityDateTime: isoTime(risk.at),
      detectedDateTime: isoTime(risk.at),
    },
  ];
}
