import type { Logger } from 'pino';
import type { DatabaseAddress, Engine } from './engine';
import { postgresEngine } from './postgresql/postgresEngine';
import { sqliteEngine } from './sqlite/sqliteEngine';

/** The engine that an address asks for. @throws StartProblem where a file cannot be opened */
export function openEngine(database: DatabaseAddress, log?: Logger): Engine {
  return 'url' in database ? postgresEngine(database, log) : sqliteEngine(database.file);
}
