import { AsyncLocalStorage } from 'node:async_hooks';
import { type KyselyPlugin, sql } from 'kysely';
import type { Database } from './tables';

/** Runs work in one transaction: all of it is written, or nothing. */
export type InTransaction = <Result>(work: (db: Database) => Promise<Result>) => Promise<Result>;

/**
 * Transactions one after the other through the one connection (Kysely's mutex sees to that).
 * Asking for another from inside one would wait for itself for ever, so it throws instead.
 */
export function openTransactions(db: Database): InTransaction {
  const current = new AsyncLocalStorage<{ ended: boolean }>();

  return async (work) => {
    if (current.getStore()?.ended === false) {
      throw new Error(
        'the store was used inside its own transaction: use the transaction that you were given',
      );
    }
    return db.connection().execute(async (connection) => {
      // Branch by engine 1: Kysely would begin deferred, and two processes that read and then write
      // would be refused at once (SQLITE_BUSY_SNAPSHOT), without waiting. PostgreSQL says `begin`.
      await sql`begin immediate`.execute(connection);
      const transaction = { ended: false };
      try {
        const result = await current.run(transaction, () =>
          work(connection.withPlugin(refuseAfter(transaction))),
        );
        transaction.ended = true;
        await sql`commit`.execute(connection);
        return result;
      } catch (thrown) {
        transaction.ended = true;
        await rollBack(connection, thrown);
        throw thrown;
      }
    });
  };
}

/** A statement that somebody forgot to await must not slip into the next one's transaction. */
function refuseAfter(transaction: { readonly ended: boolean }): KyselyPlugin {
  return {
    transformQuery({ node }) {
      if (transaction.ended)
        throw new Error('a transaction was used after its end: something was not awaited');
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  };
}

/** What went wrong first is what matters: a disk that is full has rolled back already and refuses to do it again. */
async function rollBack(connection: Database, first: unknown): Promise<void> {
  try {
    await sql`rollback`.execute(connection);
  } catch (second) {
    if (!String(second).includes('no transaction is active')) {
      throw new AggregateError([first, second], 'rolling back failed as well', { cause: second });
    }
  }
}
