import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inspect } from 'node:util';
import type { DatabaseAddress } from '../../src/storage/engine';
import type { JobHandler } from '../../src/worker/runOutbox';
import { rawly } from '../storage/rawly';

/** Every file of a folder, by its name: logs, and databases with what lies beside them. */
export function filesIn(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), 'latin1')]),
  );
}

/** Every row of every table, where the database is on a server and no file shows it. */
export async function rowsOf(database: DatabaseAddress): Promise<Record<string, string>> {
  if (!('url' in database)) return {};
  const tables = await rawly(
    database,
    'select table_name as name from information_schema.tables where table_schema = current_schema()',
  );
  const rows = await Promise.all(
    tables.map(({ name }) => rawly(database, `select * from "${String(name)}"`)),
  );
  return { postgresql: JSON.stringify(rows) };
}

/** The same handlers; what they throw is kept as a debugger would show it, causes and own fields included. */
export function keepThrown(
  thrown: string[],
  ...handlers: readonly (Readonly<Record<string, JobHandler>> | undefined)[]
): Record<string, JobHandler> {
  return Object.fromEntries(
    handlers
      .flatMap((some) => Object.entries(some ?? {}))
      .map(([kind, handler]) => [
        kind,
        async (...given: Parameters<JobHandler>) => {
          try {
            await handler(...given);
          } catch (error) {
            thrown.push(inspect(error, { depth: 8, showHidden: true }));
            throw error;
          }
        },
      ]),
  );
}
