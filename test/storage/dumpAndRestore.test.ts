import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { aDatabase, postgresServer } from './aDatabase';
import { aFile } from './aFile';
import { openTestStore } from './openTestStore';
import { rawly } from './rawly';
import { aCase, aRequest, aStore, testTenant } from './stored';

const run = promisify(execFile);
const whereThereIsOne = postgresServer === undefined ? describe.skip : describe;

/** The server's own tools, as new as the server. */
function tool(name: string): string {
  const versions = '/usr/lib/postgresql';
  const newest = existsSync(versions)
    ? readdirSync(versions).sort((a, b) => Number(b) - Number(a))[0]
    : undefined;
  return newest === undefined ? name : path.join(versions, newest, 'bin', name);
}

/** The address without the schema of this test: `pg_dump` names it by itself. */
function serverOf(url: string): string {
  const server = new URL(url);
  server.search = '';
  return server.href;
}

const schemaOf = (url: string) => /search_path=(\w+)/u.exec(decodeURIComponent(url))?.[1] ?? '';

whereThereIsOne('a PostgreSQL database that is backed up by pg_dump while it is in use', () => {
  test('is restored by pg_restore with everything that was there, and goes on', async () => {
    const database = aDatabase();
    if (!('url' in database)) throw new Error('this is about a server');
    const live = await aStore({ database });
    await live.store.transaction(async (tx) => {
      await tx.cases.insert(aCase());
      await tx.requests.insert(aRequest());
      await tx.outbox.add({ kind: 'tell', payload: { 名: '花子' } });
      await tx.audit.append({ event: 'case.opened', actorId: 'monban', caseId: 'case-1' });
    });
    await live.botState.write({ chat: { step: '二' } });
    const [server, schema, file] = [serverOf(database.url), schemaOf(database.url), aFile()];
    await run(tool('pg_dump'), ['--format=custom', `--schema=${schema}`, `--file=${file}`, server]);
    await live.store.transaction((tx) => tx.cases.insert(aCase({ id: 'later', personId: 'later' })));
    await live.close();

    await rawly({ url: server }, `drop schema ${schema} cascade`, 'select 1');
    await run(tool('pg_restore'), ['--exit-on-error', `--dbname=${server}`, file]);

    const restored = await openTestStore({ database, tenantId: testTenant, clock: () => 1_000 });
    expect(await restored.audit.verify()).toEqual({ ok: true, entries: 1 });
    expect(await restored.jobs.claim(9, 100)).toMatchObject([{ kind: 'tell', payload: { 名: '花子' } }]);
    expect(await restored.botState.read(['chat'])).toMatchObject({ chat: { step: '二' } });
    expect(
      await restored.store.transaction(async (tx) => [
        await tx.cases.find('case-1'),
        await tx.requests.openFor('person-1', 'access'),
        await tx.cases.find('later'),
      ]),
    ).toEqual([aCase(), aRequest(), undefined]);
    // What keeps the trail append-only was restored too.
    await expect(rawly(database, 'delete from audit_trail')).rejects.toThrow('append-only');
    await restored.store.transaction((tx) => tx.audit.append({ event: 'case.opened', actorId: 'monban' }));
    expect(await restored.audit.verify()).toEqual({ ok: true, entries: 2 });
    await restored.close();
  });
});
