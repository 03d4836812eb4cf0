// GET /identityProtection/riskyUsers · application IdentityRiskyUser.Read.All
import type { Client } from '@microsoft/microsoft-graph-client';
import { z } from 'zod/v4';
import type { RiskyUser } from '../ports/tenantRecords';
import { readPages } from './ask';
import { maybe, maybeText } from './maybe';
import { moment } from './moment';
import { riskLevel, riskState } from './riskValues';

const mostPages = 50;

const riskyUser = z
  .looseObject({
    id: z.string(),
    riskLevel,
    riskState,
    riskDetail: maybeText,
    riskLastUpdatedDateTime: maybe(moment),
  })
  .transform((found): RiskyUser => ({
    personId: found.id.toLowerCase(),
    level: found.riskLevel,
    state: found.riskState,
    detail: found.riskDetail,
    updatedAt: found.riskLastUpdatedDateTime,
  }));

/** Those who are at risk now. The list keeps those of the past for ever, so they are left out there. */
export function listRiskyUsers(client: Client): AsyncGenerator<readonly RiskyUser[]> {
  const request = client
    .api('/identityProtection/riskyUsers')
    .filter("riskState eq 'atRisk' or riskState eq 'confirmedCompromised'")
    .select(['id', 'riskLevel', 'riskState', 'riskDetail', 'riskLastUpdatedDateTime'])
    .top(500);
  return readPages(client, request, riskyUser, mostPages);
}
