import { statusOf } from '../tenant/services';
import type { ServiceIncident, ServiceState } from '../tenant/services';
import type { Tenant } from '../tenant/tenant';
import { isoTime, many, notFound, one } from './graphAnswer';
import type { Resource } from './graphAnswer';
import type { TenantRoutes } from './graphCall';
import { deviceResource } from './personRoutes';
import { restrictedUnit } from './userResource';

const health = '/admin/serviceAnnouncement';

/** What else the tenant has: devices, licences, units, and the health of its services. */
export const directoryRoutes: TenantRoutes = {
  'GET /devices/{device-id}': ({ tenant, params }) => {
    const id = params['device-id'] ?? '';
    const found = tenant.accounts
      .flatMap(({ devices }) => devices)
      .find((device) => device.id === id.toLowerCase());
    return found === undefined ? notFound(id) : one(deviceResource(found));
  },
  'GET /directory/administrativeUnits/{administrativeUnit-id}': ({ params }) => {
    const id = params['administrativeUnit-id'] ?? '';
    return restrictedUnit['id'] === id.toLowerCase() ? one(restrictedUnit) : notFound(id);
  },
  'GET /subscribedSkus': ({ tenant }) => many([subscription(tenant)]),
  'GET /domains': ({ tenant }) => many(domains(tenant)),
  [`GET ${health}/healthOverviews`]: ({ tenant }) =>
    many(tenant.services.map((service) => serviceResource(service, tenant))),
  [`GET ${health}/healthOverviews/{serviceHealth-id}`]: ({ tenant, params }) => {
    const id = params['serviceHealth-id'] ?? '';
    const found = tenant.services.find((service) => service.id === id);
    return found === undefined ? notFound(id) : one(serviceResource(found, tenant));
  },
  [`GET ${health}/healthOverviews/{serviceHealth-id}/issues`]: ({ tenant, params }) => {
    const ofService = tenant.incidents.filter(({ service }) => service.id === params['serviceHealth-id']);
    return many(ofService.map(issueResource));
  },
  [`GET ${health}/issues`]: ({ tenant }) => many(tenant.incidents.map(issueResource)),
  [`GET ${health}/issues/{serviceHealthIssue-id}`]: ({ tenant, params }) => {
    const id = params['serviceHealthIssue-id'] ?? '';
    const found = tenant.incidents.find((incident) => incident.id === id);
    return found === undefined ? notFound(id) : one(issueResource(found));
  },
};

function serviceResource(service: ServiceState, { incidents }: Tenant): Resource {
  return { id: service.id, service: service.service, status: statusOf(service, incidents) };
}

function issueResource(incident: ServiceIncident): Resource {
  const { id, kind, title, service, startedAt, endedAt } = incident;
  const isResolved = endedAt !== undefined;
  return {
    id,
    title,
    service: service.service,
    classification: kind,
    origin: 'microsoft',
    status: isResolved
      ? 'serviceRestored'
      : kind === 'incident'
        ? 'serviceInterruption'
        : 'serviceDegradation',
    isResolved,
    feature: 'Sign-in',
    featureGroup: 'Access',
    impactDescription: title,
    startDateTime: isoTime(startedAt),
    endDateTime: isResolved ? isoTime(endedAt) : null,
    lastModifiedDateTime: isoTime(endedAt ?? startedAt),
    details: [],
    posts: [],
  };
}

/** Where people of `federated.example` sign in is another identity provider. */
function domains({ settings }: Tenant): readonly Resource[] {
  return [
    ['hanamachi.example', 'Managed'],
    ['hanamachi.onmicrosoft.com', 'Managed'],
    ['federated.example', 'Federated'],
  ].map(([id, authenticationType], at) => ({
    id,
    authenticationType,
    isDefault: at === 0,
    isVerified: true,
    // What Entra writes where passwords never expire.
    passwordValidityPeriodInDays: settings.passwordValidityDays ?? 2_147_483_647,
  }));
}

/** The subscription, with Entra's plans among its service plans. */
function subscription({ tenantId, accounts, settings }: Tenant): Resource {
  const skuId = '84a661c4-e949-4bd2-a560-ed7766fcaf2b';
  const plans = { none: [], p1: ['AAD_PREMIUM'], p2: ['AAD_PREMIUM', 'AAD_PREMIUM_P2'] }[settings.plan];
  return {
    id: `${tenantId}_${skuId}`,
    skuId,
    skuPartNumber: plans.at(-1) ?? 'O365_BUSINESS_PREMIUM',
    appliesTo: 'User',
    capabilityStatus: 'Enabled',
    consumedUnits: accounts.length,
    servicePlans: ['EXCHANGE_S_STANDARD', ...plans].map((servicePlanName) => ({
      servicePlanName,
      appliesTo: 'User',
      provisioningStatus: 'Success',
    })),
  };
}
