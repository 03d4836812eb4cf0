// GET /subscribedSkus · application LicenseAssignment.Read.All
import type { Client } from '@microsoft/microsoft-graph-client';
import { z } from 'zod/v4';
import type { PremiumPlans } from '../ports/tenantRecords';
import { readAll } from './ask';

const subscription = z.looseObject({
  capabilityStatus: z.string().nullish(),
  servicePlans: z.array(z.looseObject({ servicePlanName: z.string().nullish() })),
});

/** A subscription in these states still gives what it gave. */
const running: ReadonlySet<string> = new Set(['Enabled', 'Warning']);

/** Which of Entra's paid plans are among the tenant's subscriptions. The second includes the first. */
export async function listPremiumPlans(client: Client): Promise<PremiumPlans> {
  const request = client.api('/subscribedSkus').select(['capabilityStatus', 'servicePlans']);
  const found = await readAll(client, request, subscription);
  const plans = found
    .filter(({ capabilityStatus }) => running.has(capabilityStatus ?? ''))
    .flatMap(({ servicePlans }) => servicePlans)
    .map(({ servicePlanName }) => servicePlanName);
  const p2 = plans.includes('AAD_PREMIUM_P2');
  return { p1: p2 || plans.includes('AAD_PREMIUM'), p2 };
}
