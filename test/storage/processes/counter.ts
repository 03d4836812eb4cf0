import { setImmediate as nextTurn } from 'node:timers/promises';
import { aStore } from '../stored';

/** Reads a case and saves it again, a hundred times, with a pause between the two. */
async function count(file: string): Promise<void> {
  const opened = await aStore({ file });
  for (let round = 0; round < 100; round++) {
    await opened.store.transaction(async (tx) => {
      const found = await tx.cases.find('case-1');
      await nextTurn();
      if (found) await tx.cases.save(found);
    });
  }
  await opened.close();
}

void count(process.argv[3] ?? '');
