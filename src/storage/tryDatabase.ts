import { Kysely, sql } from 'kysely';
import type { DatabaseAddress } from './engine';
import { openEngine } from './openEngine';
import type { Tables } from './tables';

/**
 * Looks whether a database can be used, and changes nothing in it; a file that is not there yet is made, empty.
 * @throws StartProblem in words for the person who set it up
 */
export async function tryDatabase(database: DatabaseAddress): Promise<void> {
  const engine = openEngine(database);
  const db = new Kysely<Tables>({ dialect: engine.dialect });
  try {
    await engine.check(db);
    await sql`select 1`.execute(db);
  } catch (thrown) {
    throw engine.startProblem(thrown) ?? thrown;
  } finally {
    await db.destroy();
  }
}
