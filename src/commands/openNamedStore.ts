import { existsSync } from 'node:fs';
import { openStore } from '../storage/openStore';
import { StartProblem } from '../startProblem';

type Opened = Awaited<ReturnType<typeof openStore>>;

/** The options by which a command is told which store, and the settings that it takes where they are absent. */
export const storeOptions = { database: { type: 'string' }, tenant: { type: 'string' } } as const;
export const storeUsage = '[--database FILE-OR-URL] [--tenant ID]';

type Environment = Readonly<Record<string, string | undefined>>;

/** Opens the store that options or the product's own settings name, as it is, or says in words why not. */
export async function openNamedStore(
  given: { readonly database?: string | undefined; readonly tenant?: string | undefined },
  environment: Environment,
): Promise<{ readonly opened: Opened } | { readonly problem: string }> {
  const named = given.database ?? environment['MONBAN_DATABASE_URL'] ?? environment['MONBAN_DATABASE_FILE'];
  const tenantId = (given.tenant ?? environment['MONBAN_TENANT_ID'])?.toLowerCase();
  if (!named)
    return { problem: 'Which database? --database, or MONBAN_DATABASE_URL or MONBAN_DATABASE_FILE.' };
  if (!tenantId) return { problem: 'Which tenant? --tenant, or MONBAN_TENANT_ID.' };
  const database = addressOf(named);
  if ('file' in database && !existsSync(database.file)) return { problem: `There is no file ${named}.` };
  try {
    return { opened: await openStore({ database, tenantId, clock: Date.now, asItIs: true }) };
  } catch (thrown) {
    if (thrown instanceof StartProblem) return { problem: thrown.message };
    throw thrown;
  }
}

/** A PostgreSQL server by its address, or else a SQLite file. */
export function addressOf(named: string): { readonly url: string } | { readonly file: string } {
  return /^postgres(?:ql)?:/u.test(named) ? { url: named } : { file: named };
}
