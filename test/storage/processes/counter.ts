import { setImmediate as nextTurn } from 'node:timers/promises';
import type { DatabaseAddress } from '../../../src/storage/engine';
import { addressFrom } from '../aDatabase';
import { aStore } from '../stored';

/** Reads a case and saves it again, a hundred times, with a pause between the two. */
async function count(database: DatabaseAddress): Promise<void> {
  const opened = await aStore({ database });
  for (let round = 0; round < 100; round++) {
    await opened.store.transaction(async (tx) => {
      const found = await tx.cases.find('case-1');
      await nextTurn();
      if (found) await tx.cases.save(found);
    });
  }
  await opened.close();
}

void count(addressFrom(process.argv[3] ?? ''));
