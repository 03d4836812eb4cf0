// GET /admin/serviceAnnouncement/issues · application ServiceHealth.Read.All
import type { Client } from '@microsoft/microsoft-graph-client';
import { z } from 'zod/v4';
import type { ServiceIssue } from '../ports/tenantRecords';
import { readAll } from './ask';
import { serviceKind } from './listServiceHealth';
import { maybe, maybeText, maybeTrue } from './maybe';
import { moment } from './moment';

const issue = z.looseObject({
  id: z.string(),
  service: z.string(),
  title: maybeText,
  status: z.string(),
  classification: maybeText,
  isResolved: maybeTrue,
  startDateTime: moment,
  endDateTime: maybe(moment),
});

/** What is not resolved of the services without which nobody signs in or reaches the bot. */
export async function listServiceIssues(client: Client): Promise<readonly ServiceIssue[]> {
  const request = client.api('/admin/serviceAnnouncement/issues').filter('isResolved eq false');
  const found = await readAll(client, request, issue);
  return found
    .filter(({ service, isResolved }) => serviceKind(service) !== undefined && isResolved !== true)
    .map(({ id, service, title, status, classification, startDateTime, endDateTime }) => ({
      id,
      service,
      title: title ?? '',
      status,
      kind: classification === 'incident' ? 'incident' : 'advisory',
      startedAt: startDateTime,
      endedAt: endDateTime,
    }));
}
