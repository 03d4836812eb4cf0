import type { Logger } from 'pino';
import type { Clock } from '../ports/clock';
import type { Housekeeping } from '../ports/housekeeping';
import type { Store } from '../ports/store';

export const keepHouseKind = 'keep-house';

const hour = 3_600_000;
const day = 24 * hour;

/** For how many days each kind of data is kept; 0 keeps it for ever. */
export interface KeepDays {
  readonly activities: number;
  readonly jobs: number;
  readonly state: number;
  readonly cases: number;
  readonly audit: number;
}

interface KeepHouseDeps {
  readonly store: Store;
  readonly housekeeping: Housekeeping;
  readonly keepDays: KeepDays;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Adds the job of this hour, unless another instance has. To be called at the start. */
export async function scheduleKeepHouse(deps: Pick<KeepHouseDeps, 'store' | 'clock'>): Promise<void> {
  await addFor(deps, Math.floor(deps.clock() / hour));
}

/**
 * Once an hour: writes the head of the audit chain into the log, so that a chain that was replaced as a whole is noticed
 * too (SECURITY S23), and lets go what is older than the settings say. The next hour's job is added first: whatever
 * goes wrong with this one, the chain of hours does not break.
 */
export function keepHouse(deps: KeepHouseDeps) {
  return async (): Promise<void> => {
    const { housekeeping, keepDays, clock, log } = deps;
    const now = clock();
    await addFor(deps, Math.floor(now / hour) + 1);
    log.info({ ...(await housekeeping.auditHead()) }, 'audit head');
    const since = (days: number) => (days === 0 ? undefined : now - days * day);
    const forgotten = await housekeeping.forget({
      activities: now - keepDays.activities * day,
      jobs: now - keepDays.jobs * day,
      state: now - keepDays.state * day,
      cases: since(keepDays.cases),
      audit: since(keepDays.audit),
    });
    log.info({ forgotten }, 'old data let go');
  };
}

/** Two instances that add the same hour add one job. */
function addFor({ store }: Pick<KeepHouseDeps, 'store'>, hours: number): Promise<void> {
  return store.transaction((tx) =>
    tx.outbox.add({
      kind: keepHouseKind,
      payload: null,
      runAfter: hours * hour,
      idempotencyKey: `${keepHouseKind}:${hours}`,
    }),
  );
}
