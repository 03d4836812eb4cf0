import fs from 'node:fs';
import { aFile } from './aFile';
import { aCase, aStore } from './stored';

type Synced = (error: NodeJS.ErrnoException | null) => void;

/** A disk whose answers are given by hand. */
function aSlowDisk() {
  const asked: Synced[] = [];
  const spy = jest.spyOn(fs, 'fdatasync').mockImplementation((_file, synced) => {
    asked.push(synced);
  });
  return {
    asked,
    restore: () => {
      spy.mockRestore();
    },
  };
}

/** So that everything that can go on without the disk has gone on. */
async function aWhile(): Promise<void> {
  for (let round = 0; round < 50; round++) await new Promise(setImmediate);
}

describe('what is committed on SQLite', () => {
  let disk: ReturnType<typeof aSlowDisk>;
  let opened: Awaited<ReturnType<typeof aStore>>;
  beforeEach(async () => {
    opened = await aStore({ database: { file: aFile() } });
    disk = aSlowDisk();
  });
  afterEach(async () => {
    disk.restore();
    await opened.close();
  });
  const write = (id: string) =>
    opened.store.transaction((tx) => tx.cases.insert(aCase({ id, number: `C-${id}`, personId: id })));

  test('is acknowledged once the disk has it, and not before', async () => {
    const acknowledged = jest.fn();
    const writing = write('a').then(acknowledged);
    await aWhile();
    expect(disk.asked).toHaveLength(1);
    expect(acknowledged).not.toHaveBeenCalled();
    disk.asked[0]?.(null);
    await writing;
    expect(acknowledged).toHaveBeenCalled();
  });

  test('does not keep the next one from being committed', async () => {
    const writing = Promise.all([write('a'), write('b'), write('c')]);
    await aWhile();
    const there = await opened.store.look((view) => view.cases.find('c'));
    expect(there?.id).toBe('c');
    for (const synced of disk.asked) synced(null);
    await aWhile();
    for (const synced of disk.asked) synced(null);
    await writing;
  });

  test('waits for the disk together: those that came while it was busy share the next answer', async () => {
    const writing = Promise.all(['a', 'b', 'c', 'd', 'e'].map(write));
    await aWhile();
    expect(disk.asked).toHaveLength(1);
    disk.asked[0]?.(null);
    await aWhile();
    expect(disk.asked).toHaveLength(2);
    disk.asked[1]?.(null);
    await writing;
  });

  test('is a fault where the disk fails, and nothing is acknowledged from then on', async () => {
    const failing = write('a');
    await aWhile();
    disk.asked[0]?.(Object.assign(new Error('i/o error'), { code: 'EIO' }));
    await expect(failing).rejects.toMatchObject({ code: 'store-unavailable', retryable: false });
    await expect(write('b')).rejects.toMatchObject({ code: 'store-unavailable' });
    expect(disk.asked).toHaveLength(1);
  });
});
