import type { DatabaseAddress } from '../../src/storage/engine';
import { aDatabase } from './aDatabase';
import { rawly, withoutTriggers } from './rawly';
import { aStore } from './stored';

/** Worked out apart from the code, over 64 zeros, a line feed and the entry as a JSON list. */
const firstHash = '662a5161a4db7bb9cf5b4760547b607f665139d430cd4dadfe4978e01551af81';

/** A database with five entries. */
async function aTrail(): Promise<DatabaseAddress> {
  const database = aDatabase();
  const opened = await aStore({ database });
  for (const event of ['one', 'two', 'three', 'four', 'five']) {
    opened.time.now += 10;
    await opened.store.transaction((tx) =>
      tx.audit.append({ event, actorId: 'monban', caseId: 'case-1', detail: { 理由: event } }),
    );
  }
  await opened.close();
  return database;
}

async function tamper(database: DatabaseAddress, ...statements: string[]): Promise<void> {
  await rawly(database, ...withoutTriggers(database), ...statements.flatMap((text) => text.split(';')));
}

async function verdict(database: DatabaseAddress) {
  const opened = await aStore({ database });
  const result = await opened.audit.verify();
  await opened.close();
  return result;
}

describe('an untouched audit trail', () => {
  test('verifies, over a restart', async () => {
    expect(await verdict(await aTrail())).toEqual({ ok: true, entries: 5 });
  });

  test('verifies while it is empty', async () => {
    expect(await verdict(aDatabase())).toEqual({ ok: true, entries: 0 });
  });

  test('verifies over several pages, and names what is broken on a later one', async () => {
    const database = aDatabase();
    const opened = await aStore({ database });
    await opened.store.transaction(async (tx) => {
      for (let entry = 0; entry < 2_000; entry++)
        await tx.audit.append({ event: 'case.opened', actorId: 'monban' });
    });
    await opened.close();
    expect(await verdict(database)).toEqual({ ok: true, entries: 2_000 });
    await tamper(database, `update audit_trail set at = at + 1 where seq = 1500`);
    expect(await verdict(database)).toEqual({ ok: false, firstBroken: 1_500 });
  });

  test('is hashed as it always was', async () => {
    const database = await aTrail();
    const rows = await rawly(database, 'select hash from audit_trail order by seq limit 1');
    expect(rows).toMatchObject([{ hash: firstHash }]);
  });
});

describe('an audit trail that somebody tampers with', () => {
  test.each([
    ['changed', `update audit_trail set actor_id = 'nobody' where seq = 3`],
    ['dropped', `delete from audit_trail where seq = 3`],
  ])('refuses that an entry is %s', async (_what, statement) => {
    const database = await aTrail();
    await expect(rawly(database, statement)).rejects.toThrow('append-only');
  });

  test.each([
    ['a changed actor', `update audit_trail set actor_id = 'nobody' where seq = 3`, 3],
    ['a changed detail', `update audit_trail set detail = '{}' where seq = 1`, 1],
    ['a dropped entry', `delete from audit_trail where seq = 3`, 3],
    ['a dropped first entry', `delete from audit_trail where seq = 1`, 1],
    ['a cut tail', `delete from audit_trail where seq >= 4`, 4],
    ['a cut tail with its head', `delete from audit_trail; delete from audit_heads`, undefined],
    [
      'two swapped entries',
      `update audit_trail set seq = 99 where seq = 2; update audit_trail set seq = 2 where seq = 4;
       update audit_trail set seq = 4 where seq = 99`,
      2,
    ],
    [
      'a closed gap',
      `delete from audit_trail where seq = 2; update audit_trail set seq = seq - 1 where seq > 2`,
      2,
    ],
    [
      'an added entry',
      `insert into audit_trail select tenant_id, 6, at, event, actor_id, case_id, request_id, detail, hash
       from audit_trail where seq = 5`,
      6,
    ],
    ['a changed head', `update audit_heads set hash = 'f'`, 5],
    ['another tenant', `update audit_trail set tenant_id = 'another' where seq = 2`, 2],
  ])('verifies up to %s', async (_what, statement, firstBroken) => {
    const database = await aTrail();
    await tamper(database, statement);
    // A whole trail that is gone with its head looks like a new one: only a head anchored outside tells (S23).
    const expected = firstBroken === undefined ? { ok: true, entries: 0 } : { ok: false, firstBroken };
    expect(await verdict(database)).toEqual(expected);
  });
});
