import { randomBytes } from 'node:crypto';
import type { DatabaseAddress } from '../../src/storage/engine';
import { aFile } from './aFile';

/** The server to run on, where this run of the tests is the one on PostgreSQL (see README.md here). */
export const postgresServer =
  process.env['MONBAN_TEST_ENGINE'] === 'postgresql' ? process.env['MONBAN_TEST_DATABASE_URL'] : undefined;

/**
 * An empty database on the engine that this run is about: a file (or the one named), or a schema of its own on the
 * server. Opening it twice reads what was written the first time.
 */
export function aDatabase(file?: string): DatabaseAddress {
  if (postgresServer === undefined) return { file: file ?? aFile() };
  const url = new URL(postgresServer);
  url.searchParams.set('options', `-c search_path=monban_${randomBytes(8).toString('hex')}`);
  return { url: url.href };
}

/** As one line, to hand to another process; and back. */
export function addressText(database: DatabaseAddress): string {
  return 'url' in database ? database.url : database.file;
}

export function addressFrom(text: string): DatabaseAddress {
  return text.startsWith('postgres') ? { url: text } : { file: text };
}
