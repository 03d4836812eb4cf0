import { randomUUID } from 'node:crypto';
import { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { Clock } from '../ports/clock';
import type { Housekeeping } from '../ports/housekeeping';
import type { Inbox } from '../ports/inbox';
import type { JobQueue, Store } from '../ports/store';
import { type BotStateStorage, openBotState } from './botState';
import { chainStart } from './auditChain';
import { auditEntries, type StoredAuditEntry } from './auditEntries';
import type { DatabaseAddress } from './engine';
import { openEngine } from './openEngine';
import { openHousekeeping } from './housekeeping';
import { openInbox } from './inbox';
import { openJobQueue } from './jobQueue';
import { migrate, schemaAsItIs, schemaVersion } from './migrate';
import { storeTransaction } from './storeTransaction';
import type { Database, Tables } from './tables';
import { openTransactions } from './transactions';
import { type AuditVerdict, verifyAudit } from './verifyAudit';

interface OpenStore {
  readonly store: Store;
  readonly jobs: JobQueue;
  readonly inbox: Inbox;
  readonly botState: BotStateStorage;
  readonly audit: {
    verify(): Promise<AuditVerdict>;
    /** The entries that are kept, in order, a page at a time. */
    entries(): AsyncIterable<StoredAuditEntry>;
  };
  readonly housekeeping: Housekeeping;
  /** Calls `listener` after each commit that added jobs, so that the worker need not wait for its next look. */
  whenJobsAdded(listener: () => void): void;
  /** Waits for the transactions that were begun, then closes the database. */
  close(): Promise<void>;
}

interface StoreOptions {
  readonly database: DatabaseAddress;
  readonly tenantId: string;
  readonly clock: Clock;
  readonly newId?: () => string;
  readonly log?: Logger;
  /** Nothing is made or migrated: for a command, which may run beside a Monban of another version. */
  readonly asItIs?: boolean;
}

/**
 * Opens the one database of one tenant and brings it to this code's schema.
 * @throws StartProblem where it cannot be used, in words for the person who starts Monban
 */
export async function openStore(options: StoreOptions): Promise<OpenStore> {
  const { database, tenantId, clock, newId = randomUUID, log } = options;
  const engine = openEngine(database, log);
  const db = new Kysely<Tables>({ dialect: engine.dialect });
  const transactions = openTransactions(db, engine, tenantId);
  const { inTurn, aside, alone, look } = transactions;
  const deps = { aside, engine, tenantId, clock, newId };
  try {
    await engine.check(db);
    const from = options.asItIs === true ? await schemaAsItIs(look) : await migrate(deps);
    await aside((connection) => beginChain(connection, tenantId));
    log?.info({ engine: engine.name, from, schema: schemaVersion }, 'store opened');
  } catch (thrown) {
    await db.destroy();
    throw engine.startProblem(thrown) ?? thrown;
  }

  const listeners: (() => void)[] = [];
  let closing: Promise<void> | undefined;
  return {
    store: {
      async transaction(work) {
        const jobs = { added: false };
        const jobAdded = () => void (jobs.added = true);
        const result = await inTurn((connection) =>
          work(storeTransaction({ ...deps, db: connection }, jobAdded)),
        );
        if (jobs.added) for (const listener of listeners) listener();
        return result;
      },
      look: (work) => look((connection) => work(storeTransaction({ ...deps, db: connection }, nothing))),
      aside: (work) => alone((connection) => work(storeTransaction({ ...deps, db: connection }, nothing))),
    },
    jobs: openJobQueue({ ...deps, alone, look }),
    inbox: openInbox({ ...deps, look }),
    botState: openBotState({ ...deps, alone, look }),
    audit: { verify: () => verifyAudit(deps), entries: () => auditEntries(deps) },
    housekeeping: openHousekeeping({ ...deps, inTurn }),
    whenJobsAdded: (listener) => void listeners.push(listener),
    close: () => (closing ??= transactions.end().then(() => db.destroy())),
  };
}

/** Neither of the two adds jobs. */
const nothing = () => undefined;

/** The head is there from the start: on PostgreSQL its row is what transactions take turns by. */
async function beginChain(db: Database, tenantId: string): Promise<void> {
  await db
    .insertInto('audit_heads')
    .values({ tenant_id: tenantId, seq: 0, hash: chainStart })
    .onConflict((conflict) => conflict.column('tenant_id').doNothing())
    .execute();
}
