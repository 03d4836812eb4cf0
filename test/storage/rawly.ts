import { DatabaseSync } from 'node:sqlite';
import { Client, TypeOverrides } from 'pg';
import type { DatabaseAddress } from '../../src/storage/engine';

type Row = Readonly<Record<string, unknown>>;

/** Statements straight to the database, past the store; gives what the last one reads. */
export async function rawly(
  database: DatabaseAddress,
  ...statements: readonly string[]
): Promise<readonly Row[]> {
  return 'url' in database ? onServer(database.url, statements) : inFile(database.file, statements);
}

/** What somebody who owns the database can do first. */
export function withoutTriggers(database: DatabaseAddress): readonly string[] {
  return 'url' in database
    ? ['alter table audit_trail disable trigger user']
    : ['drop trigger audit_trail_no_update', 'drop trigger audit_trail_no_delete'];
}

function inFile(file: string, statements: readonly string[]): readonly Row[] {
  const connection = new DatabaseSync(file);
  try {
    for (const statement of statements.slice(0, -1)) connection.exec(statement);
    return connection.prepare(statements.at(-1) ?? '').all();
  } finally {
    connection.close();
  }
}

async function onServer(url: string, statements: readonly string[]): Promise<readonly Row[]> {
  const types = new TypeOverrides();
  types.setTypeParser(20, Number);
  const client = new Client({ connectionString: url, types });
  await client.connect();
  try {
    for (const statement of statements.slice(0, -1)) await client.query(statement);
    const { rows } = await client.query<Row>(statements.at(-1) ?? '');
    return rows;
  } finally {
    await client.end();
  }
}
