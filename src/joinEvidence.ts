import type { Logger } from 'pino';
import { directoryReads } from './evidence/directoryReads';
import { createReadEvidence } from './evidence/readEvidence';
import type { Clock } from './ports/clock';
import type { Directory } from './ports/directory';
import type { ReadEvidence } from './ports/evidence';
import type { Store } from './ports/store';

/** Joins what reads the tenant before anybody is asked. */
export function joinEvidence(deps: {
  readonly store: Store;
  readonly directory: Directory;
  readonly clock: Clock;
  readonly log: Logger;
}): ReadEvidence {
  return createReadEvidence({ ...deps, tenant: directoryReads(deps.directory) });
}
