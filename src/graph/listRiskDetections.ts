// GET /identityProtection/riskDetections · application IdentityRiskEvent.Read.All
import type { Client } from '@microsoft/microsoft-graph-client';
import { z } from 'zod/v4';
import type { RiskDetection } from '../ports/tenantRecords';
import { readPages } from './ask';
import { maybe, maybeText } from './maybe';
import { filterTime, moment } from './moment';
import { riskLevel, riskState } from './riskValues';

const mostPages = 50;

const detection = z
  .looseObject({
    id: z.string(),
    userId: z.string(),
    riskEventType: maybeText,
    riskLevel,
    riskState,
    activityDateTime: maybe(moment),
    detectedDateTime: moment,
  })
  .transform((found): RiskDetection => ({
    id: found.id.toLowerCase(),
    personId: found.userId.toLowerCase(),
    kind: found.riskEventType ?? 'unknown',
    level: found.riskLevel,
    state: found.riskState,
    at: found.activityDateTime ?? found.detectedDateTime,
    detectedAt: found.detectedDateTime,
  }));

/** What identity protection has detected since then. */
export function listRiskDetections(client: Client, since: number): AsyncGenerator<readonly RiskDetection[]> {
  const request = client
    .api('/identityProtection/riskDetections')
    .filter(`detectedDateTime ge ${filterTime(since)}`)
    .select([
      'id',
      'userId',
      'riskEventType',
      'riskLevel',
      'riskState',
      'activityDateTime',
      'detectedDateTime',
    ])
    .top(500);
  return readPages(client, request, detection, mostPages);
}
