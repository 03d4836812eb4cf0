import { closeSync, fdatasync, openSync } from 'node:fs';
import { Fault } from '../../faults';

export interface DiskWait {
  /** Ends once everything that was committed before the call is on the disk. @throws Fault `store-unavailable` */
  settle(): Promise<void>;
  close(): void;
}

/**
 * Waits for the disk beside the event loop, and once for all who wait at the same time. SQLite itself would stop the
 * whole process at each commit (`synchronous=FULL`: 1.5 ms, several times a turn). With NORMAL it leaves the wait to us:
 * the log, `…-wal`, has the same bytes then, and syncing that file is all that FULL does more. SQLite locks the database
 * and `…-shm`, never the log, so that opening the log once more takes no lock away (https://www.sqlite.org/wal.html).
 */
export function waitForDisk(databaseFile: string): DiskWait {
  let log: number | undefined;
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  let failed: Fault | undefined;

  const sync = async () => {
    // After a failure the system may have dropped what it could not write, and would report success from then on.
    if (failed !== undefined) throw failed;
    try {
      log ??= openSync(`${databaseFile}-wal`, 'r+');
      await syncFile(log);
    } catch (cause) {
      failed = new Fault('store-unavailable', 'writing to the disk failed; nothing is kept until a restart', {
        cause,
      });
      throw failed;
    }
  };
  const start = () => {
    next = undefined;
    const whole = sync().finally(() => {
      if (running === whole) running = undefined;
    });
    running = whole;
    return whole;
  };

  return {
    // One that runs already may have begun before the commit that is waited for.
    settle: () => (running === undefined ? start() : (next ??= running.then(start, start))),
    close() {
      if (log !== undefined) closeSync(log);
    },
  };
}

function syncFile(file: number): Promise<void> {
  return new Promise((resolve, reject) => {
    fdatasync(file, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}
