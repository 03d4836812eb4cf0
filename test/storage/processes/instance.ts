import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import type { Job } from '../../../src/ports/store';
import { startOutbox } from '../../../src/worker/runOutbox';
import { addressFrom } from '../aDatabase';
import { openTestStore } from '../openTestStore';
import { aCase, testTenant } from '../stored';

/** Longer than any pause of a loaded machine: whose lease has run out has to be dead. */
const leaseMs = 3_000;

/**
 * One instance of two: decides, with a job for the effect and a timer, in one transaction each, and says what was
 * acknowledged. The file is the tenant: what was done there, in the order in which it was done. `finish` only works off.
 */
async function run(address: string, tenantFile: string, mode: string): Promise<void> {
  const opened = await openTestStore({
    database: addressFrom(address),
    tenantId: testTenant,
    clock: Date.now,
  });
  const handler = (job: Job) => {
    // As every handler of the product: what was begun before is looked for before it is done.
    const line = `${job.kind} ${String(job.payload)}\n`;
    const done = existsSync(tenantFile) ? readFileSync(tenantFile, 'utf8') : '';
    if (job.attempt === 1 || !done.includes(line)) appendFileSync(tenantFile, line);
    return Promise.resolve();
  };
  const outbox = startOutbox({
    jobs: opened.jobs,
    handlers: { effect: handler, timer: handler },
    clock: Date.now,
    log: pino({ level: 'silent' }),
    pollMs: 50,
    concurrency: 4,
    leaseMs,
  });
  opened.whenJobsAdded(() => {
    outbox.wake();
  });
  for (let number = 1; mode === 'decide'; number++) {
    const id = `${process.pid}-${number}`;
    const { state = null } = await opened.botState.read(['state']);
    await opened.store.transaction(async (tx) => {
      await tx.cases.insert(aCase({ id, personId: id }));
      await tx.outbox.add({ kind: 'effect', payload: id });
      await tx.outbox.add({ kind: 'timer', payload: id, runAfter: Date.now() + 20 });
      await tx.audit.append({ event: 'request.approved', actorId: 'admin', caseId: id });
    });
    await opened.botState.write({ [`chat-${id}`]: { after: state, id } });
    process.stdout.write(`${id}\n`);
    await sleep(2);
  }
  while ((await opened.jobs.nextDue()) !== undefined) await sleep(20);
  await outbox.stop();
  await opened.close();
}

const [, , , address = '', tenantFile = '', mode = ''] = process.argv;
void run(address, tenantFile, mode);
