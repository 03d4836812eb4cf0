import type { JobKinds } from '../ports/store';
import { recoveryJobs } from '../usecases/recoveryJobs';
import { requestJobKinds } from '../usecases/requestJobs';
import { watchJobs } from '../usecases/watchJobs';
import { keepHouseKind } from './keepHouse';
import { type Outbox, type OutboxOptions, startOutbox } from './runOutbox';

interface JobLane {
  readonly kinds: JobKinds;
  /** How many of them run at once. */
  readonly atOnce: number;
}

/** They act in the tenant, and wait for it to show what was done. */
const remedies: readonly string[] = [
  requestJobKinds.runRemedy,
  requestJobKinds.settleRemedy,
  requestJobKinds.checkPassShown,
  requestJobKinds.watchPass,
];
/** They look at what became of something, by reads of which Microsoft allows five in ten seconds. Nobody waits for them. */
const lookingBack: readonly string[] = [recoveryJobs.look, watchJobs.look, keepHouseKind];

/**
 * Jobs that take long have places of their own. In one queue the looks at fifty people who were helped kept the messages
 * to, and the remedies for, the next ones waiting for minutes.
 */
const jobLanes: readonly JobLane[] = [
  { kinds: { without: [...remedies, ...lookingBack] }, atOnce: 8 },
  { kinds: { only: remedies }, atOnce: 4 },
  { kinds: { only: lookingBack }, atOnce: 2 },
];

/** Starts taking jobs in each lane. */
export function startLanes(
  options: Omit<OutboxOptions, 'concurrency' | 'kinds'>,
): Pick<Outbox, 'stop' | 'wake'> {
  const lanes = jobLanes.map(({ atOnce, kinds }) => startOutbox({ ...options, concurrency: atOnce, kinds }));
  return {
    wake() {
      for (const lane of lanes) lane.wake();
    },
    async stop() {
      await Promise.all(lanes.map((lane) => lane.stop()));
    },
  };
}
