import type { Dialect } from 'kysely';
import type { StartProblem } from '../startProblem';
import type { Database } from './tables';

/**
 * Everything in which the two engines differ, counted. Whatever else is in this folder runs on both as it stands:
 * the same migrations, the same queries, the same tests. A further difference is added here or not at all.
 */
export interface Engine {
  readonly name: 'sqlite' | 'postgresql';

  /** 1. The driver, with its errors turned into Faults. */
  readonly dialect: Dialect;

  /**
   * 2. How a transaction begins. Kysely would begin SQLite's deferred, and two processes that read and then write
   * would be refused at once (SQLITE_BUSY_SNAPSHOT), without waiting.
   */
  readonly begin: string;

  /**
   * 3. The same for whoever decides by what they read, and is kept apart from the others of the same tenant. SQLite has
   * one writer anyway; on PostgreSQL the row of the tenant's audit head is locked, which every decision extends in the end.
   */
  beginInTurn(tenantId: string): string;

  /** 4. Whether a claim may step over rows that another claim holds; where not, nobody else can hold one. */
  readonly skipsLocked: boolean;

  /** 5. What keeps two instances that start at once from migrating both, inside the migration's transaction. */
  readonly beforeMigrating: readonly string[];

  /** 6. The triggers that refuse to change or delete a table's rows: on PostgreSQL a trigger needs a function. */
  appendOnly(table: string): readonly string[];
  /** The same, for a table whose rows may go up to its last cut. */
  cuttable(table: string, cuts: string): readonly string[];

  /** 7. Looks whether this database can be trusted, before anything is written. @throws StartProblem */
  check(db: Database): Promise<void>;

  /**
   * 8. Waits until what was committed survives a power cut. SQLite would do so inside the commit, with the event loop
   * stopped. @throws Fault `store-unavailable`
   */
  settle(): Promise<void>;

  /** 9. What was thrown at the start, in words for the person who starts Monban; undefined for anything else. */
  startProblem(thrown: unknown): StartProblem | undefined;
}

/** Where the database is: a file of this machine, or a PostgreSQL server. */
export type DatabaseAddress =
  | { readonly file: string }
  | {
      readonly url: string;
      /** Asked at each new connection, where the address holds no password: a token that soon ends. */
      readonly password?: (() => Promise<string>) | undefined;
    };
