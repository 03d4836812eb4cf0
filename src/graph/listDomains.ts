// GET /domains · application Domain.Read.All
import type { Client } from '@microsoft/microsoft-graph-client';
import { z } from 'zod/v4';
import type { Domain } from '../ports/tenantRecords';
import { readAll } from './ask';

const domain = z.looseObject({
  id: z.string(),
  authenticationType: z.string(),
  passwordValidityPeriodInDays: z.int().nullish(),
});

/** What Entra writes for a password that never expires. */
const never = 2_147_483_647;

/** The tenant's domains: where their people sign in, and for how long their passwords are good. */
export async function listDomains(client: Client): Promise<readonly Domain[]> {
  const request = client.api('/domains').select(['id', 'authenticationType', 'passwordValidityPeriodInDays']);
  const found = await readAll(client, request, domain);
  return found.map(({ id, authenticationType, passwordValidityPeriodInDays: days }) => ({
    name: id.toLowerCase(),
    federated: authenticationType.toLowerCase() === 'federated',
    passwordValidityDays: days == null || days === never ? undefined : days,
  }));
}
