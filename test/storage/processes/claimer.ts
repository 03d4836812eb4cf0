import { aStore } from '../stored';

/** Claims jobs, a few at a time, until there are none, and says each one's number. */
async function claimAll(file: string): Promise<void> {
  const opened = await aStore({ file });
  for (;;) {
    const claimed = await opened.jobs.claim(3, 1_000_000);
    if (claimed.length === 0) break;
    for (const job of claimed) {
      if (await opened.jobs.complete(job)) process.stdout.write(`${String(job.payload)}\n`);
    }
  }
  await opened.close();
}

void claimAll(process.argv[3] ?? '');
