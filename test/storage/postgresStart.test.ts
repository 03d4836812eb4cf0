import { createServer } from 'node:net';
import { once } from 'node:events';
import { postgresStartProblem } from '../../src/storage/postgresql/postgresStartProblem';
import { openStore } from '../../src/storage/openStore';
import { postgresServer } from './aDatabase';
import { rawly } from './rawly';

const open = (url: string) => openStore({ database: { url }, tenantId: 'tenant', clock: () => 1 });

/** A port where nothing listens: one that was free a moment ago. */
async function aDeadPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 1;
}

describe('a start on a PostgreSQL server', () => {
  test('that is not there is refused in plain words, without the password', async () => {
    const port = await aDeadPort();
    const opening = open(`postgres://monban:hush@127.0.0.1:${port}/monban`);
    await expect(opening).rejects.toMatchObject({
      code: 'database-unreachable',
      message: `The database server 127.0.0.1:${port}/monban cannot be used: nothing listens at that address (MONBAN_DATABASE_URL).`,
    });
  });

  test.each([
    ['28P01', 'database-forbidden'],
    ['42501', 'database-forbidden'],
    ['3D000', 'database-missing'],
    ['ENOTFOUND', 'database-unreachable'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'database-unfit'],
  ])('that answers %s is %s', (code, problem) => {
    const found = postgresStartProblem('postgres://monban:hush@db.example.com/monban', {
      code,
      message: 'hush',
    });
    expect(found).toMatchObject({ code: problem });
    expect(found?.message).not.toContain('hush');
  });

  test('that fails for a reason that nobody foresaw is not explained away', () => {
    expect(postgresStartProblem('postgres://localhost/monban', new TypeError('a bug'))).toBeUndefined();
  });
});

const whereThereIsOne = postgresServer === undefined ? describe.skip : describe;
const server = postgresServer ?? 'postgres://localhost/postgres';

whereThereIsOne('a start on the PostgreSQL server of this run', () => {
  test('is refused where it has no such database', async () => {
    const url = new URL(server);
    url.pathname = '/nowhere';
    await expect(open(url.href)).rejects.toMatchObject({ code: 'database-missing' });
  });

  test('is refused where this user may not make tables', async () => {
    const url = new URL(server);
    url.searchParams.set('options', '-c search_path=pg_catalog');
    await expect(open(url.href)).rejects.toMatchObject({ code: 'database-forbidden' });
  });

  test('is refused where the schema to use is not there', async () => {
    const url = new URL(server);
    url.searchParams.set('options', '-c search_path=no_such_schema');
    await expect(open(url.href)).rejects.toMatchObject({ code: 'database-missing' });
  });

  test('is refused where the server is too old', async () => {
    const schema = `monban_old_${process.pid}`;
    // The real server, which says of itself that it is another version.
    await rawly(
      { url: server },
      `create schema ${schema}`,
      `create function ${schema}.current_setting(text) returns text language sql as
        $$ select case $1 when 'server_version_num' then '140011' else pg_catalog.current_setting($1) end $$`,
      'select 1',
    );
    const url = new URL(server);
    url.searchParams.set('options', `-c search_path=${schema},pg_catalog`);
    await expect(open(url.href)).rejects.toMatchObject({
      code: 'database-unfit',
      message: expect.stringContaining('PostgreSQL 15 or newer') as string,
    });
    await rawly({ url: server }, `drop schema ${schema} cascade`, 'select 1');
  });

  test('is refused where the database cannot hold Japanese', async () => {
    const name = `monban_ascii_${process.pid}`;
    await rawly(
      { url: server },
      `create database ${name} encoding 'SQL_ASCII' locale 'C' template template0`,
    );
    const url = new URL(server);
    url.pathname = `/${name}`;
    await expect(open(url.href)).rejects.toThrow('cannot hold Japanese');
    await rawly({ url: server }, `drop database ${name}`);
  });
});
