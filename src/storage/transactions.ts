import { AsyncLocalStorage } from 'node:async_hooks';
import { type KyselyPlugin, sql } from 'kysely';
import { Fault, isFault } from '../faults';
import type { Engine } from './engine';
import type { Database } from './tables';

/** Runs work in one transaction: all of it is written, or nothing. */
export type InTransaction = <Result>(work: (db: Database) => Promise<Result>) => Promise<Result>;

export interface Transactions {
  /**
   * One after the other, over all instances: for whatever decides by what it reads. On both engines nothing that was
   * read here is changed by somebody else before this has ended.
   */
  readonly inTurn: InTransaction;
  /** Side by side where the engine can: for statements that guard themselves by a condition of their own. */
  readonly aside: InTransaction;
  /** One statement of that kind, which needs no transaction around it to be all or nothing. */
  readonly alone: InTransaction;
  /** Without a transaction, each answer as things stand by then: for whoever only looks. */
  readonly look: InTransaction;
  /** Begins no more and waits for those that were begun. */
  end(): Promise<void>;
}

/**
 * Transactions on one database for one tenant.
 * Asking for another from inside one could wait for itself for ever, so it throws instead.
 */
export function openTransactions(db: Database, engine: Engine, tenantId: string): Transactions {
  const current = new AsyncLocalStorage<{ ended: boolean }>();
  const running = new Set<Promise<unknown>>();
  let last: Promise<unknown> = Promise.resolve();
  let ended = false;

  const begun =
    (start: InTransaction): InTransaction =>
    async (work) => {
      if (current.getStore()?.ended === false) {
        throw new Error(
          'the store was used inside its own transaction: use the transaction that you were given',
        );
      }
      if (ended) throw new Fault('store-unavailable', 'the store is closed');
      const whole = start(work);
      running.add(whole);
      return whole.finally(() => running.delete(whole));
    };

  const transact = async <Result>(work: (db: Database) => Promise<Result>, begin: string): Promise<Result> =>
    db.connection().execute(async (connection) => {
      await sql.raw(begin).execute(connection);
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

  const bare = <Result>(work: (db: Database) => Promise<Result>): Promise<Result> =>
    db.connection().execute((connection) => current.run({ ended: false }, () => work(connection)));

  return {
    inTurn: begun((work) => {
      // Those of this process queue here and not in the pool, where they would take the connections of all the rest.
      const whole = last.then(() => transact(work, engine.beginInTurn(tenantId)));
      last = whole.catch(() => undefined);
      return settled(engine, whole);
    }),
    aside: begun((work) => settled(engine, transact(work, engine.begin))),
    alone: begun((work) =>
      settled(
        engine,
        bare((connection) => work(connection.withPlugin(onlyOne()))),
      ),
    ),
    look: begun(bare),
    async end() {
      ended = true;
      await Promise.allSettled(running);
    },
  };
}

/** Nobody is told of what a power cut could still undo; meanwhile the next one may begin. */
async function settled<Result>(engine: Engine, committed: Promise<Result>): Promise<Result> {
  const result = await committed;
  await engine.settle();
  return result;
}

/** What two statements write by themselves could end up half written. */
function onlyOne(): KyselyPlugin {
  let statements = 0;
  return {
    transformQuery({ node }) {
      statements += 1;
      if (statements > 1) throw new Error('more than one statement needs a transaction');
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
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

/**
 * What went wrong first is what matters. A disk that is full has rolled back already and refuses to do it again;
 * a connection that broke has taken its transaction with it.
 */
async function rollBack(connection: Database, first: unknown): Promise<void> {
  try {
    await sql`rollback`.execute(connection);
  } catch (second) {
    const isOver = isFault(first, 'store-unavailable') || String(second).includes('no transaction is active');
    if (!isOver) throw new AggregateError([first, second], 'rolling back failed as well', { cause: second });
  }
}
