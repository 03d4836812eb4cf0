import type { Clock } from '../../ports/clock';
import { seedAccessPolicies } from './accessPolicies';
import type { AccessPolicy } from './accessPolicies';
import { methodPolicyIds, seedMethodPolicies } from './methodPolicies';
import type { MethodPolicyTable } from './methodPolicies';
import { seedServices } from './services';
import type { ServiceIncident, ServiceState } from './services';
import { seedSettings, tenantChange } from './tenantSettings';
import type { TenantChange, TenantSettings } from './tenantSettings';

interface NewIncident {
  /** The id of a service: `microsoftteams`. */
  readonly service: string;
  readonly title: string;
  readonly kind: 'incident' | 'advisory';
}

/** What of the tenant is not about one person, and can be switched. */
export interface TenantSwitches {
  readonly methodPolicies: MethodPolicyTable;
  readonly accessPolicies: readonly AccessPolicy[];
  readonly settings: TenantSettings;
  readonly services: readonly ServiceState[];
  readonly incidents: readonly ServiceIncident[];
  /** What the wish leaves out stays as it is. */
  change(wish: TenantChange): void;
  /** Undefined where there is no such service. */
  openIncident(wish: NewIncident): ServiceIncident | undefined;
  closeIncident(id: string): 'closed' | 'notFound';
}

export function createTenantSwitches(clock: Clock): TenantSwitches {
  const methodPolicies = seedMethodPolicies();
  const accessPolicies = seedAccessPolicies();
  const settings = seedSettings();
  const services = seedServices();
  const incidents: ServiceIncident[] = [];
  return {
    methodPolicies,
    accessPolicies,
    settings,
    services,
    incidents,
    change: (wish) => {
      const { methodPolicies: changes = {}, accessPolicies: policies, ...others } = tenantChange.parse(wish);
      for (const id of methodPolicyIds) Object.assign(methodPolicies[id], changes[id]);
      if (policies !== undefined) accessPolicies.splice(0, Infinity, ...policies);
      Object.assign(settings, others);
    },
    openIncident: ({ service: serviceId, ...wish }) => {
      const service = services.find(({ id }) => id === serviceId);
      if (service === undefined) return undefined;
      const id = `SB${String(100_001 + incidents.length)}`;
      const opened = { id, ...wish, service, startedAt: clock(), endedAt: undefined };
      incidents.push(opened);
      return opened;
    },
    closeIncident: (id) => {
      const open = incidents.find((one) => one.id === id && one.endedAt === undefined);
      if (open === undefined) return 'notFound';
      open.endedAt = clock();
      return 'closed';
    },
  };
}
