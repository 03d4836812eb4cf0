import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { Kysely, SqliteDialect } from 'kysely';
import type { Logger } from 'pino';
import type { Clock } from '../ports/clock';
import type { JobQueue, Store } from '../ports/store';
import { type BotStateStorage, openBotState } from './botState';
import { openJobQueue } from './jobQueue';
import { migrate, schemaVersion } from './migrate';
import { openNodeSqlite } from './nodeSqlite';
import { storeTransaction } from './storeTransaction';
import type { Tables } from './tables';
import { openTransactions } from './transactions';
import { type AuditVerdict, verifyAudit } from './verifyAudit';

interface OpenStore {
  readonly store: Store;
  readonly jobs: JobQueue;
  readonly botState: BotStateStorage;
  readonly audit: { verify(): Promise<AuditVerdict> };
  /** Calls `listener` after each commit that added jobs, so that the worker need not wait for its next look. */
  whenJobsAdded(listener: () => void): void;
  /** Waits for the transactions that were begun, then closes the file. */
  close(): Promise<void>;
}

interface StoreOptions {
  /** The SQLite file, or `:memory:`. Folders that are missing are made. Never on a network disk. */
  readonly file: string;
  readonly tenantId: string;
  readonly clock: Clock;
  readonly newId?: () => string;
  readonly log?: Logger;
}

/** Opens the one database of one tenant and brings it to this code's schema. */
export async function openStore(options: StoreOptions): Promise<OpenStore> {
  const { file, tenantId, clock, newId = randomUUID, log } = options;
  if (file !== ':memory:') mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: openNodeSqlite(file) }) });
  const inTransaction = openTransactions(db);
  try {
    const from = await migrate({ inTransaction, clock });
    log?.info({ from, schema: schemaVersion }, 'store opened');
  } catch (thrown) {
    await db.destroy();
    throw thrown;
  }

  const deps = { inTransaction, tenantId, clock, newId };
  const listeners: (() => void)[] = [];
  let closing: Promise<void> | undefined;
  return {
    store: {
      async transaction(work) {
        const jobs = { added: false };
        const jobAdded = () => void (jobs.added = true);
        const result = await inTransaction((connection) =>
          work(storeTransaction({ ...deps, db: connection }, jobAdded)),
        );
        if (jobs.added) for (const listener of listeners) listener();
        return result;
      },
    },
    jobs: openJobQueue(deps),
    botState: openBotState(deps),
    audit: { verify: () => verifyAudit(deps) },
    whenJobsAdded: (listener) => void listeners.push(listener),
    close: () =>
      (closing ??= db
        .connection()
        .execute(() => Promise.resolve())
        .then(() => db.destroy())),
  };
}
