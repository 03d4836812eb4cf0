import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Config } from './config';
import { incidentLimitsOf } from './configParts';
import { createReadEvidence } from './evidence/readEvidence';
import { startFeeds, type FeedLoop } from './evidence/startFeeds';
import type { Clock } from './ports/clock';
import type { Directory } from './ports/directory';
import type { ReadEvidence } from './ports/evidence';
import type { Store } from './ports/store';
import type { TenantEvidence } from './ports/tenantEvidence';
import { lookForIncidents } from './usecases/noticeIncidents';
import type { Randomness } from './usecases/randomness';
import type { JobHandler } from './worker/runOutbox';
import { incidentHandlers, type TellIncidentDeps } from './worker/tellIncident';

interface EvidenceParts {
  readonly store: Store;
  readonly directory: Directory;
  readonly evidence: TenantEvidence;
  readonly clock: Clock;
  readonly log: Logger;
}

/** How often it is looked whether a list of the tenant is due. */
const pollMs = 5000;

/** What reads the tenant about one person who has just written. */
export function joinEvidence({ evidence, ...parts }: EvidenceParts): ReadEvidence {
  return createReadEvidence({ ...parts, tenant: evidence });
}

/** The jobs around a trouble of many. */
export function joinIncidents(
  config: Config,
  parts: Omit<TellIncidentDeps, 'tenantId' | 'incidentLimits'>,
): Readonly<Record<string, JobHandler>> {
  const incidentLimits = incidentLimitsOf(config);
  return incidentHandlers({ ...parts, tenantId: config.MONBAN_TENANT_ID, incidentLimits });
}

/** What reads the tenant's lists ahead of time, and looks then whether what happens to some happens to many. */
export function startReadingAhead(
  config: Config,
  { clock, evidence, log, random, store }: EvidenceParts & { readonly random: Randomness },
): FeedLoop {
  const tenantId = config.MONBAN_TENANT_ID;
  const incidents = { store, clock, random, tenantId, incidentLimits: incidentLimitsOf(config) };
  return startFeeds({
    store,
    tenant: evidence,
    ownTenantId: tenantId,
    clock,
    keptForMs: config.MONBAN_EVIDENCE_KEPT_HOURS * 3_600_000,
    holder: randomUUID(),
    log,
    pollMs,
    afterReading: () => lookForIncidents(incidents),
  });
}
