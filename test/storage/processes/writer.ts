import type { DatabaseAddress } from '../../../src/storage/engine';
import { addressFrom } from '../aDatabase';
import { aCase, aStore } from '../stored';

/** Writes a case, a job and an audit entry per transaction, and says each number once it is committed. */
async function write(database: DatabaseAddress): Promise<void> {
  const { store } = await aStore({ database });
  for (let number = 1; ; number++) {
    await store.transaction(async (tx) => {
      await tx.cases.insert(aCase({ id: String(number), personId: String(number) }));
      await tx.outbox.add({ kind: 'tell', payload: number });
      await tx.audit.append({ event: 'case.opened', actorId: 'monban', caseId: String(number) });
    });
    process.stdout.write(`${number}\n`);
  }
}

void write(addressFrom(process.argv[3] ?? ''));
