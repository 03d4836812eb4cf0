import type { DatabaseAddress } from '../../../src/storage/engine';
import { addressFrom } from '../aDatabase';
import { aStore } from '../stored';

/** Claims jobs, a few at a time, until there are none, and says each one's number. */
async function claimAll(database: DatabaseAddress): Promise<void> {
  const opened = await aStore({ database });
  for (;;) {
    const claimed = await opened.jobs.claim(3, 1_000_000);
    if (claimed.length === 0) break;
    for (const job of claimed) {
      if (await opened.jobs.complete(job)) process.stdout.write(`${String(job.payload)}\n`);
    }
  }
  await opened.close();
}

void claimAll(addressFrom(process.argv[3] ?? ''));
