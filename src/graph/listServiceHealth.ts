// GET /admin/serviceAnnouncement/healthOverviews · application ServiceHealth.Read.All
import type { Client } from '@microsoft/microsoft-graph-client';
import { z } from 'zod/v4';
import type { ServiceHealth } from '../ports/tenantRecords';
import { readAll } from './ask';

const overview = z.looseObject({ id: z.string(), service: z.string(), status: z.string() });

/** In these states the service works, whatever is still written about it. */
const working: ReadonlySet<string> = new Set([
  'serviceOperational',
  'serviceRestored',
  'falsePositive',
  'postIncidentReviewPublished',
  'resolved',
  'resolvedExternal',
  'mitigated',
  'mitigatedExternal',
]);

/** The services without which nobody signs in or reaches the bot. */
export async function listServiceHealth(client: Client): Promise<ServiceHealth['services']> {
  const path = '/admin/serviceAnnouncement/healthOverviews';
  const found = await readAll(client, client.api(path).select(['id', 'service', 'status']), overview);
  return found.flatMap(({ id, service, status }) => {
    const about = serviceKind(service);
    return about === undefined
      ? []
      : [{ id, name: service, about, status, operational: working.has(status) }];
  });
}

/** Microsoft does not publish the ids; the names are what the admin center shows. */
export function serviceKind(name: string): 'entra' | 'teams' | 'suite' | undefined {
  if (/\bEntra\b|Azure Active Directory|Identity Service/i.test(name)) return 'entra';
  if (/\bTeams\b/i.test(name)) return 'teams';
  return /Microsoft 365 suite|Office 365 Portal/i.test(name) ? 'suite' : undefined;
}
