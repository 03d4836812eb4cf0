import { once } from 'node:events';
import { DatabaseSync } from 'node:sqlite';
import { aFile } from './aFile';
import { startProcess } from './processes/startProcess';
import { aCase, aStore } from './stored';

// Each process transpiles what it loads, and one test waits for SQLite's busy timeout of 5 s.
jest.setTimeout(120_000);

describe('a process that is killed in the middle of writing', () => {
  test.each([1, 40, 150])('loses nothing that it acknowledged, after %d writes', async (writes) => {
    const file = aFile();
    const writer = startProcess('writer', file);
    while (writer.lines().length < writes) await once(writer.child.stdout, 'data');
    writer.child.kill('SIGKILL');
    await writer.ended();

    const acknowledged = Number(writer.lines().at(-1));
    const opened = await aStore({ file });
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

describe('two processes on one file', () => {
  test('never both get the same job', async () => {
    const file = aFile();
    const opened = await aStore({ file });
    const numbers = Array.from({ length: 400 }, (_, index) => String(index));
    await opened.store.transaction(async (tx) => {
      for (const number of numbers) await tx.outbox.add({ kind: 'tell', payload: number });
    });
    const claimers = [startProcess('claimer', file), startProcess('claimer', file)];
    await Promise.all(claimers.map((claimer) => claimer.ended()));
    const done = claimers.flatMap((claimer) => claimer.lines());
    expect(done.toSorted()).toEqual(numbers.toSorted());
    expect(await opened.jobs.nextDue()).toBeUndefined();
    await opened.close();
  });

  test('never lose a change to each other, and none is refused', async () => {
    const file = aFile();
    const opened = await aStore({ file });
    await opened.store.transaction((tx) => tx.cases.insert(aCase()));
    const counters = [startProcess('counter', file), startProcess('counter', file)];
    await Promise.all(counters.map((counter) => counter.ended()));
    expect((await opened.store.transaction((tx) => tx.cases.find('case-1')))?.version).toBe(201);
    await opened.close();
  });

  test('may create it at the same moment', async () => {
    const file = aFile();
    const starting = Array.from({ length: 4 }, () => startProcess('claimer', file));
    await Promise.all(starting.map((one) => one.ended()));
    const opened = await aStore({ file });
    expect(await opened.jobs.nextDue()).toBeUndefined();
    await opened.close();
  });
});

describe('a file that another process keeps locked', () => {
  test('is a fault that may pass', async () => {
    const file = aFile();
    const opened = await aStore({ file });
    const other = new DatabaseSync(file);
    other.exec('begin immediate');
    const waiting = opened.store.transaction((tx) => tx.cases.insert(aCase()));
    await expect(waiting).rejects.toMatchObject({ code: 'store-unavailable', retryable: true });
    other.exec('rollback');
    other.close();
    await opened.store.transaction((tx) => tx.cases.insert(aCase()));
    await opened.close();
  });
});
