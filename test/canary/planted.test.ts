import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod/v4';
import { Fault } from '../../src/faults';
import { requestWorld } from '../fakes/requestWorld';
import { postgresServer } from '../storage/aDatabase';
import { canary, canaryPrefix, leaksIn } from './canary';
import { filesIn } from './places';

const endSchema = z.custom<() => void>((value) => typeof value === 'function');

/** A pass that is planted where none may be is found there, wherever that is. */
describe('in the world of a test', () => {
  const whereRows = postgresServer === undefined ? 'store' : 'postgresql';

  test.each([
    ['a row of the database', whereRows],
    ['a line of the log', 'log'],
    ['a message', 'teams'],
    ['a thrown error', 'thrown'],
  ] as const)('%s is looked through', async (_what, place) => {
    const world = await requestWorld({
      alsoHandles: () => ({
        throwing: () => Promise.reject(new Fault('graph-broken', 'a text', { cause: { body: canary } })),
      }),
    });
    const before = leaksIn(await world.allPlaces());
    if (place === 'log') world.deps.log.info({ value: canary }, 'planted');
    else if (place === 'teams')
      await world.deps.messenger.post(
        { tenantId: 't', serviceUrl: 's', conversationId: 'c', kind: 'personal' },
        { kind: 'text', text: canary },
      );
    else
      await world.deps.store.transaction(async (tx) => {
        if (place === 'thrown') await tx.outbox.add({ kind: 'throwing', payload: {} });
        else await tx.audit.append({ event: 'planted', actorId: 'a', detail: { value: canary } });
      });
    await world.run(1_000);
    const found = leaksIn(await world.allPlaces());
    // Closed by hand: what it was planted in must not fail this run.
    await world.stopWorker();
    expect([before, found.includes(place)]).toEqual([[], true]);
  });
});

describe('what a bot in a process of its own leaves', () => {
  test('is looked through: its log, its database and what lies beside that', () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'monban-planted-'));
    writeFileSync(path.join(folder, 'monban.log'), `{"msg":"${canaryPrefix}x"}\n`);
    const database = new DatabaseSync(path.join(folder, 'monban.sqlite'));
    database.exec('create table t (v text)');
    database.prepare('insert into t values (?)').run(canaryPrefix);
    database.close();
    writeFileSync(path.join(folder, 'nothing.txt'), 'nothing');
    const found = leaksIn(filesIn(folder));
    rmSync(folder, { recursive: true });
    expect(found).toEqual(['monban.log', 'monban.sqlite']);
  });
});

describe('the end of the whole run', () => {
  const end = endSchema.parse(jest.requireActual('./end.js'));
  const kept = process.env['MONBAN_CANARY_FOLDER'];
  afterEach(() => {
    process.env['MONBAN_CANARY_FOLDER'] = kept;
  });

  test.each([
    ['fails where a test noted a leak', { 'scanned-1': 'log store\n', 'leak-1': 'log: x.test.ts\n' }, true],
    ['passes where none did', { 'scanned-1': 'log store\n' }, false],
  ])('%s', (_what, files, fails) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'monban-canary-'));
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
    process.env['MONBAN_CANARY_FOLDER'] = folder;
    expect(failing(end)).toBe(fails);
  });
});

function failing(end: () => void): boolean {
  try {
    end();
    return false;
  } catch (thrown) {
    return String(thrown).includes('A pass leaked');
  }
}
