import { once } from 'node:events';
import { aDatabase } from './aDatabase';
import { startProcess } from './processes/startProcess';
import { aCase, aStore } from './stored';

// Each process transpiles what it loads.
jest.setTimeout(120_000);

describe('a process that is killed in the middle of writing', () => {
  test.each([1, 40, 150])('loses nothing that it acknowledged, after %d writes', async (writes) => {
    const database = aDatabase();
    const writer = startProcess('writer', database);
    while (writer.lines().length < writes) await once(writer.child.stdout, 'data');
    writer.child.kill('SIGKILL');
    await writer.ended();

    const acknowledged = Number(writer.lines().at(-1));
    const opened = await aStore({ database });
    const cases = await opened.store.transaction(async (tx) => {
      const found = [];
      for (let number = 1; number <= acknowledged; number++) found.push(await tx.cases.find(String(number)));
      return found;
    });
    const jobs = await opened.jobs.claim(1_000_000, 100);
    const verdict = await opened.audit.verify();
    await opened.close();

    expect(cases.filter((found) => found === undefined)).toEqual([]);
    // One more may have been committed and not said any more: then all of it was, the job and the entry too.
    expect([acknowledged, acknowledged + 1]).toContain(jobs.length);
    expect(verdict).toEqual({ ok: true, entries: jobs.length });
  });
});

describe('two processes on one database', () => {
  test('never both get the same job', async () => {
    const database = aDatabase();
    const opened = await aStore({ database });
    const numbers = Array.from({ length: 400 }, (_, index) => String(index));
    await opened.store.transaction(async (tx) => {
      for (const number of numbers) await tx.outbox.add({ kind: 'tell', payload: number });
    });
    const claimers = [startProcess('claimer', database), startProcess('claimer', database)];
    await Promise.all(claimers.map((claimer) => claimer.ended()));
    const done = claimers.flatMap((claimer) => claimer.lines());
    expect(done.toSorted()).toEqual(numbers.toSorted());
    expect(await opened.jobs.nextDue()).toBeUndefined();
    await opened.close();
  });

  test('never lose a change to each other, and none is refused', async () => {
    const database = aDatabase();
    const opened = await aStore({ database });
    await opened.store.transaction((tx) => tx.cases.insert(aCase()));
    const counters = [startProcess('counter', database), startProcess('counter', database)];
    await Promise.all(counters.map((counter) => counter.ended()));
    expect((await opened.store.transaction((tx) => tx.cases.find('case-1')))?.version).toBe(201);
    await opened.close();
  });

  test('may create it at the same moment', async () => {
    const database = aDatabase();
    const starting = Array.from({ length: 4 }, () => startProcess('claimer', database));
    await Promise.all(starting.map((one) => one.ended()));
    const opened = await aStore({ database });
    expect(await opened.jobs.nextDue()).toBeUndefined();
    await opened.close();
  });
});
