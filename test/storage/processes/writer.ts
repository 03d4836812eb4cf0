import { aCase, aStore } from '../stored';

/** Writes a case, a job and an audit entry per transaction, and says each number once it is committed. */
async function write(file: string): Promise<void> {
  const { store } = await aStore({ file });
  for (let number = 1; ; number++) {
    await store.transaction(async (tx) => {
      await tx.cases.insert(aCase({ id: String(number), personId: String(number) }));
      await tx.outbox.add({ kind: 'tell', payload: number });
      await tx.audit.append({ event: 'case.opened', actorId: 'monban', caseId: String(number) });
    });
    process.stdout.write(`${number}\n`);
  }
}

void write(process.argv[3] ?? '');
