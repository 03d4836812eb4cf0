import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Client } from 'pg';
import type { DatabaseAddress } from '../../storage/engine';

/** A database of a bench's own, and a way into it past the store, to fill it and to count in it. */
export interface BenchDatabase {
  readonly address: DatabaseAddress;
  /** The settings by which Monban finds it. */
  readonly settings: Readonly<Record<string, string>>;
  run(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  close(): Promise<void>;
}

/** A schema of its own on the server, where one is named, else a file in the folder. */
export async function openBenchDatabase(folder: string, server: string | undefined): Promise<BenchDatabase> {
  return server === undefined ? openFile(path.join(folder, 'bench.sqlite')) : openSchema(server);
}

function openFile(file: string): BenchDatabase {
  return {
    address: { file },
    settings: { MONBAN_DATABASE_FILE: file },
    run: (sql) => {
      const database = new DatabaseSync(file);
      try {
        const statement = database.prepare(sql);
        return Promise.resolve(statement.all());
      } finally {
        database.close();
      }
    },
    close: () => Promise.resolve(),
  };
}

async function openSchema(server: string): Promise<BenchDatabase> {
  const schema = `bench_${randomBytes(8).toString('hex')}`;
  const url = new URL(server);
  url.searchParams.set('options', `-c search_path=${schema}`);
  const client = new Client({ connectionString: url.href });
  await client.connect();
  await client.query(`create schema ${schema}`);
  return {
    address: { url: url.href },
    settings: { MONBAN_DATABASE_URL: url.href },
    run: async (sql) => (await client.query<Record<string, unknown>>(sql)).rows,
    close: async () => {
      await client.query(`drop schema ${schema} cascade`);
      await client.end();
    },
  };
}
