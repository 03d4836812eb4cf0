import { copyFileSync } from 'node:fs';
import type { DatabaseAddress } from '../../src/storage/engine';
import { moveDatabase } from '../../src/storage/moveDatabase';
import { movedTableNames } from '../../src/storage/movedTables';
import { aDatabase } from './aDatabase';
import { aFile } from './aFile';
import { openTestStore } from './openTestStore';
import { rawly, withoutTriggers } from './rawly';
import { aCase, anAddress, aRequest, aStore } from './stored';

const clock = () => 1;

/** A database with something in most tables, and more cases than one page. */
async function aFilled(database: DatabaseAddress): Promise<DatabaseAddress> {
  const opened = await aStore({ database });
  await opened.store.transaction(async (tx) => {
    for (let number = 0; number < 450; number++)
      await tx.cases.insert(aCase({ id: `case-${number}`, personId: `person-${number}` }));
    await tx.requests.insert(aRequest({ caseId: 'case-1' }));
    await tx.cards.add({
      requestId: 'request-1',
      message: { address: anAddress(), activityId: 'activity-1' },
      tokenHash: 'hash',
      expiresAt: 2_000,
    });
    await tx.outbox.add({ kind: 'tell', payload: { 名: '花子' } });
    await tx.activities.firstSeen('chat', 'activity');
    await tx.conversations.remember({ address: anAddress(), personId: 'person-1', updatedAt: 1 });
    for (let entry = 0; entry < 250; entry++)
      await tx.audit.append({ event: 'case.opened', actorId: 'monban', detail: { entry } });
  });
  await opened.botState.write({ chat: { step: '二' } });
  await opened.close();
  return database;
}

/** A target whose schema is there: the store that made it wrote nothing but the head of an empty chain. */
async function anEmpty(database: DatabaseAddress): Promise<DatabaseAddress> {
  const opened = await openTestStore({ database, tenantId: 'nobody', clock });
  await opened.close();
  await rawly(database, `delete from audit_heads where tenant_id = 'nobody'`);
  return database;
}

describe('a store that is moved', () => {
  test('arrives whole, on the other engine too, and comes back', async () => {
    const file = { file: aFile() };
    const other = await anEmpty(aDatabase());
    const back = { file: aFile() };
    await aFilled(file);
    expect(await moveDatabase({ from: file, to: other, clock })).toMatchObject({
      ok: true,
      rows: { cases: 450, audit_trail: 250, requests: 1, bot_state: 1 },
      chains: 1,
    });
    expect(await moveDatabase({ from: other, to: back, clock })).toMatchObject({ ok: true });
    const opened = await aStore({ database: back });
    expect(await opened.audit.verify()).toEqual({ ok: true, entries: 250 });
    expect(await opened.jobs.claim(9, 100)).toMatchObject([{ kind: 'tell', payload: { 名: '花子' } }]);
    expect(await opened.botState.read(['chat'])).toMatchObject({ chat: { step: '二' } });
    expect(await opened.store.transaction((tx) => tx.requests.openFor('person-1'))).toEqual(
      aRequest({ caseId: 'case-1' }),
    );
  });

  test('refuses a target that holds something', async () => {
    const [from, to] = [await aFilled({ file: aFile() }), await aFilled(aDatabase())];
    expect(await moveDatabase({ from, to, clock })).toEqual({ ok: false, why: 'notEmpty', where: 'cases' });
  });

  test('says whose audit chain is broken', async () => {
    const from = await aFilled({ file: aFile() });
    await rawly(from, ...withoutTriggers(from), 'update audit_trail set at = 7 where seq = 9');
    const to = await anEmpty(aDatabase());
    expect(await moveDatabase({ from, to, clock })).toMatchObject({ ok: false, why: 'chainBroken' });
  });

  test('has no table that would be left behind', async () => {
    const file = aFile();
    await (await aStore({ database: { file } })).close();
    const tables = await rawly(
      { file },
      `select name from sqlite_schema where type = 'table' and name not in ('schema_version')`,
    );
    expect(tables.map(({ name }) => name).sort()).toEqual([...movedTableNames].sort());
  });
});

describe('a SQLite file that is backed up while it is in use', () => {
  test('is restored with everything that was there', async () => {
    const from = await aFilled({ file: aFile() });
    const live = await aStore({ database: from });
    const copy = aFile();
    await rawly(from, `vacuum into '${copy}'`);
    await live.store.transaction((tx) => tx.cases.insert(aCase({ id: 'later', personId: 'later' })));
    await live.close();
    const restored = aFile();
    copyFileSync(copy, restored);
    const opened = await aStore({ database: { file: restored } });
    expect(await opened.audit.verify()).toEqual({ ok: true, entries: 250 });
    const found = await opened.store.transaction(async (tx) => [
      (await tx.cases.find('case-449'))?.id,
      await tx.cases.find('later'),
    ]);
    expect(found).toEqual(['case-449', undefined]);
  });
});
