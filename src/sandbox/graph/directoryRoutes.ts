import type { ServiceState, Tenant } from '../tenant/tenant';
import { many, notFound, one } from './graphAnswer';
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
  'GET /subscribedSkus': ({ tenant }) => many([premium(tenant)]),
  [`GET ${health}/healthOverviews`]: ({ tenant }) => many(tenant.services.map(serviceResource)),
  [`GET ${health}/healthOverviews/{serviceHealth-id}`]: ({ tenant, params }) => {
    const id = params['serviceHealth-id'] ?? '';
    const found = tenant.services.find((service) => service.id === id);
    return found === undefined ? notFound(id) : one(serviceResource(found));
  },
  [`GET ${health}/healthOverviews/{serviceHealth-id}/issues`]: () => many([]),
  [`GET ${health}/issues`]: () => many([]),
  [`GET ${health}/issues/{serviceHealthIssue-id}`]: ({ params }) =>
    notFound(params['serviceHealthIssue-id'] ?? ''),
};

function serviceResource({ id, service, status }: ServiceState): Resource {
  return { id, service, status };
}

function premium(tenant: Tenant): Resource {
  return {
    id: `${tenant.tenantId}_84a661c4-e949-4bd2-a560-ed7766fcaf2b`,
    skuId: '84a661c4-e949-4bd2-a560-ed7766fcaf2b',
    skuPartNumber: 'AAD_PREMIUM_P2',
    appliesTo: 'User',
    capabilityStatus: 'Enabled',
    consumedUnits: tenant.accounts.length,
  };
}
