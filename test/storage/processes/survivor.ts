import { addressFrom } from '../aDatabase';
import { aStore } from '../stored';

/** Opens what was left of a writer's database and says how many of its transactions are there, each of them whole. */
async function count(address: string): Promise<void> {
  const opened = await aStore({ database: addressFrom(address) });
  const verdict = await opened.audit.verify();
  if (!verdict.ok) throw new Error(`the chain is broken at ${String(verdict.firstBroken)}`);
  for (let number = 1; number <= verdict.entries; number++) {
    const found = await opened.store.transaction((tx) => tx.cases.find(String(number)));
    if (found === undefined) throw new Error(`case ${String(number)} is gone, its entry is there`);
  }
  process.stdout.write(`${String(verdict.entries)}\n`);
  await opened.close();
}

void count(process.argv[3] ?? '');
