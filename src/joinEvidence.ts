import type { Logger } from 'pino';
import { directoryReads } from './evidence/directoryReads';
import { createPace } from './evidence/pace';
import { createReadEvidence } from './evidence/readEvidence';
import type { Clock } from './ports/clock';
import type { Directory } from './ports/directory';
import type { ReadEvidence } from './ports/evidence';
import type { Store } from './ports/store';

/** Microsoft publishes no limit for a person's methods; the one for reports is the nearest. */
const methodReads = { calls: 5, withinMs: 10_000 };

/** Joins what reads the tenant before anybody is asked. */
export function joinEvidence(deps: {
  readonly store: Store;
  readonly directory: Directory;
  readonly clock: Clock;
  readonly log: Logger;
}): ReadEvidence {
  return createReadEvidence({
    ...deps,
    tenant: directoryReads(deps.directory),
    mayReadMethods: createPace(methodReads, deps.clock),
  });
}
