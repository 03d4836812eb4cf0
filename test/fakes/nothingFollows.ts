import { recoveryJobs } from '../../src/usecases/recoveryJobs';
import { watchJobs } from '../../src/usecases/watchJobs';
import type { JobHandler } from '../../src/worker/runOutbox';

/** Worlds that are about a request alone: what follows a case after it is taken and nothing is done. */
export function nothingFollows(): Readonly<Record<string, JobHandler>> {
  const kinds = [...Object.values(recoveryJobs), ...Object.values(watchJobs)];
  return Object.fromEntries(kinds.map((kind) => [kind, () => Promise.resolve()]));
}
